package io.realtime4j.tool;

/**
 * The tools that a session was given before it was opened.
 *
 * @param tools the tools
 * @param declared whether the model is told of them when the session opens
 */
record SessionToolSpec(ToolSet tools, boolean declared) {

}
