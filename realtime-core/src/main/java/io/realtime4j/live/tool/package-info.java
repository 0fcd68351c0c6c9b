/**
 * Work that live sessions delegate: done by the application itself, or by a model that
 * calls functions of the application.
 */
@NullMarked
package io.realtime4j.live.tool;

import org.jspecify.annotations.NullMarked;
