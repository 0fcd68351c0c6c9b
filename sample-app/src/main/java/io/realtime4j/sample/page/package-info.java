/**
 * Web endpoints of the page besides the conversation.
 */
@NullMarked
package io.realtime4j.sample.page;

import org.jspecify.annotations.NullMarked;
