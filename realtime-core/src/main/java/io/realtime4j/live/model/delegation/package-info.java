/**
 * The settings that say who does the work which takes longer than speech, and the tools
 * for it.
 */
@NullMarked
package io.realtime4j.live.model.delegation;

import org.jspecify.annotations.NullMarked;
