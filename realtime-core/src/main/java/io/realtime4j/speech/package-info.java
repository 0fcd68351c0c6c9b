/**
 * Answers of the model, how long they take to begin, and transcripts.
 */
@NullMarked
package io.realtime4j.speech;

import org.jspecify.annotations.NullMarked;
