/**
 * Methods of beans as tools of the model.
 */
@NullMarked
package io.realtime4j.spring.tool;

import org.jspecify.annotations.NullMarked;
