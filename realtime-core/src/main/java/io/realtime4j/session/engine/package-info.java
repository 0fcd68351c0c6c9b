/**
 * The engine that sessions of every protocol family stand on. It is for the families and
 * for what takes part in sessions; applications do not use it, and its types may change
 * with any release.
 */
@NullMarked
package io.realtime4j.session.engine;

import org.jspecify.annotations.NullMarked;
