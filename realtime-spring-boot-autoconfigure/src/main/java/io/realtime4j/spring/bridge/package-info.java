/**
 * Bridge between the pages of an application and sessions of the server: its settings and
 * the types that an application uses to adjust it.
 */
@NullMarked
package io.realtime4j.spring.bridge;

import org.jspecify.annotations.NullMarked;
