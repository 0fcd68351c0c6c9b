/**
 * The context that code of an application runs in when a session calls it.
 */
@NullMarked
package io.realtime4j.session.context;

import org.jspecify.annotations.NullMarked;
