/**
 * Sessions with a server: clients, specifications, events and limits.
 */
@NullMarked
package io.realtime4j.session;

import org.jspecify.annotations.NullMarked;
