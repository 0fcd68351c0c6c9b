/**
 * Tests that compile and run the code of the documentation.
 */
@NullMarked
package io.realtime4j.docs;

import org.jspecify.annotations.NullMarked;
