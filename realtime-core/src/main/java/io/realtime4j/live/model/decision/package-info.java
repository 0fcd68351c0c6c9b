/**
 * The questions of the decisions delegation, what triggers them, and the items that they
 * are decided from.
 */
@NullMarked
package io.realtime4j.live.model.decision;

import org.jspecify.annotations.NullMarked;
