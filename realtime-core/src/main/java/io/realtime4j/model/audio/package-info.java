/**
 * Audio formats and voices, in the settings of sessions and responses.
 */
@NullMarked
package io.realtime4j.model.audio;

import org.jspecify.annotations.NullMarked;
