/**
 * Bridge between the pages of an application and sessions on the server: settings, and
 * the types with which an application adjusts it.
 */
@NullMarked
package io.realtime4j.spring.bridge;

import org.jspecify.annotations.NullMarked;
