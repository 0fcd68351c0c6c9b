package io.realtime4j.usage;

/**
 * Tenant whose budget pays for a session: a customer, a department, or a user. A session
 * is given it with its specification: <pre class="code">
 * client.open((spec) -&gt; spec.feature(Tenant.class, new Tenant("acme")));
 * </pre>
 *
 * @param name the name, of any length
 * @since 0.1.0
 */
public record Tenant(String name) {

}
