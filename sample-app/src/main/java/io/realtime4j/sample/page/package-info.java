/**
 * What the page asks for besides the conversation.
 */
@NullMarked
package io.realtime4j.sample.page;

import org.jspecify.annotations.NullMarked;
