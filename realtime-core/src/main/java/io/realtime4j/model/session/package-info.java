/**
 * Settings of a session.
 */
@NullMarked
package io.realtime4j.model.session;

import org.jspecify.annotations.NullMarked;
