package io.realtime4j.spring.boot.autoconfigure.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Finds properties under {@code realtime} that nothing reads. Names in the environment
 * are left out, since they do not say where a word ends.
 */
final class PropertyNamesAdvice {

	private static final int MOST_MEANT = 3;

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("realtime");

	private final Map<ConfigurationPropertyName, Boolean> known;

	private final Set<String> groups = new LinkedHashSet<>();

	/**
	 * Create advice.
	 * @param known the properties that are known, and whether they hold others
	 */
	PropertyNamesAdvice(Map<ConfigurationPropertyName, Boolean> known) {
		this.known = Map.copyOf(known);
		known.keySet().forEach((name) -> this.groups.add(name.getParent().toString()));
		this.groups.remove(ROOT.toString());
	}

	/**
	 * Return what is probably wrong.
	 * @param sources where properties are set
	 * @return a sentence for each property
	 */
	List<String> on(Iterable<ConfigurationPropertySource> sources) {
		Set<String> advice = new LinkedHashSet<>();
		for (ConfigurationPropertySource source : sources) {
			boolean environment = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
			if (!environment && source instanceof IterableConfigurationPropertySource iterable
					&& !this.known.isEmpty()) {
				iterable.stream()
					.filter((name) -> ROOT.isAncestorOf(name) && !isKnown(name))
					.map(this::advice)
					.forEach(advice::addAll);
			}
		}
		return List.copyOf(advice);
	}

	private boolean isKnown(ConfigurationPropertyName name) {
		for (Map.Entry<ConfigurationPropertyName, Boolean> entry : this.known.entrySet()) {
			ConfigurationPropertyName other = entry.getKey();
			if (other.equals(name) || (entry.getValue() && other.isAncestorOf(name))) {
				return true;
			}
		}
		return false;
	}

	// A property of the application's own may stand here too
	private Collection<String> advice(ConfigurationPropertyName name) {
		List<String> advice = new ArrayList<>();
		String meant = Likeness.closest(name.toString(),
				this.known.keySet().stream().map(ConfigurationPropertyName::toString).toList());
		List<String> deeper = (meant != null) ? List.of(meant) : deeper(name);
		if (!deeper.isEmpty()) {
			advice.add("Nothing reads the property '" + name + "'. Is '" + String.join("' or '", deeper) + "' meant?");
		}
		else if (isInGroup(name.getParent())) {
			advice.add("Nothing reads the property '" + name + "'");
		}
		return advice;
	}

	// The name is right, but stands too high, as that of a voice under realtime.session
	private List<String> deeper(ConfigurationPropertyName name) {
		ConfigurationPropertyName parent = name.getParent();
		String last = name.getLastElement(ConfigurationPropertyName.Form.UNIFORM);
		List<String> deeper = this.known.keySet()
			.stream()
			.filter((other) -> parent.isAncestorOf(other)
					&& last.equals(other.getLastElement(ConfigurationPropertyName.Form.UNIFORM)))
			.map(ConfigurationPropertyName::toString)
			.sorted()
			.toList();
		return (deeper.size() <= MOST_MEANT) ? deeper : List.of();
	}

	private boolean isInGroup(@Nullable ConfigurationPropertyName parent) {
		return parent != null && this.groups.contains(parent.toString());
	}

}
