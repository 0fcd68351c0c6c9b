/**
 * Strategies of an application for all of its sessions: the context that its code runs in
 * when a session calls it, and whether sessions may begin.
 */
@NullMarked
package io.realtime4j.session.context;

import org.jspecify.annotations.NullMarked;
