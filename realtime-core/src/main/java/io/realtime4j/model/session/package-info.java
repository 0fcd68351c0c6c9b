/**
 * Settings of a session, as a client sends them and a server acknowledges them.
 */
@NullMarked
package io.realtime4j.model.session;

import org.jspecify.annotations.NullMarked;
