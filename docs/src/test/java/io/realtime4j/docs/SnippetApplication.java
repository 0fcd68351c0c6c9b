package io.realtime4j.docs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Application that a page shows: its classes and its settings, with the simulator.
 *
 * @param page the page
 * @param snippets the code of the application
 */
record SnippetApplication(String page, List<Snippet> snippets) {

	private static final List<String> WEB = List.of("SecurityFilterChain", "Controller", "WebSocket", "enabled: true");

	private static final String[] ARGUMENTS = { "--server.port=0", "--realtime.simulator.pace=50",
			"--spring.main.banner-mode=off", "--logging.level.root=warn" };

	static List<SnippetApplication> all() {
		return Pages.all().stream().flatMap(SnippetApplication::of).toList();
	}

	private static Stream<SnippetApplication> of(String page) {
		List<Snippet> snippets = Pages.snippets(page);
		return snippets.stream()
			.map(Snippet::application)
			.distinct()
			.map((number) -> new SnippetApplication(page,
					snippets.stream().filter((snippet) -> snippet.application() == number).toList()));
	}

	List<String> classNames() {
		return this.snippets.stream()
			.filter((snippet) -> snippet.is("java") && snippet.isFile() && !snippet.needsMore())
			.map(Snippet::className)
			.toList();
	}

	/**
	 * Return the classes that are beans, except those that need a device.
	 */
	Class<?>[] beans(ClassLoader loader) {
		return classNames().stream()
			.<Class<?>>map((name) -> load(loader, name))
			.filter((type) -> AnnotatedElementUtils.hasAnnotation(type, Component.class))
			.toArray(Class<?>[]::new);
	}

	ConfigurableApplicationContext run(ClassLoader loader, Class<?>... others) {
		return new SpringApplicationBuilder(new DefaultResourceLoader(loader), sources(loader)).sources(others)
			.web(webType())
			.properties(settings())
			.run(ARGUMENTS);
	}

	static Class<?> load(ClassLoader loader, String name) {
		try {
			return loader.loadClass(name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Class<?>[] sources(ClassLoader loader) {
		Class<?>[] beans = beans(loader);
		for (Class<?> bean : beans) {
			if (AnnotatedElementUtils.hasAnnotation(bean, SpringBootConfiguration.class)) {
				return new Class<?>[] { bean };
			}
		}
		return Stream.concat(Stream.of(Application.class), Stream.of(beans)).toArray(Class<?>[]::new);
	}

	private WebApplicationType webType() {
		boolean web = this.snippets.stream().anyMatch((snippet) -> WEB.stream().anyMatch(snippet.code()::contains));
		return web ? WebApplicationType.SERVLET : WebApplicationType.NONE;
	}

	private Map<String, Object> settings() {
		Map<String, Object> settings = new HashMap<>();
		settings.put("OPENAI_WEBHOOK_SECRET", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz");
		this.snippets.stream()
			.filter((snippet) -> snippet.is("yaml"))
			.map(YamlCheck::values)
			.filter((values) -> !values.containsKey("realtime.base-url"))
			.findFirst()
			.ifPresent(settings::putAll);
		return settings;
	}

	@Override
	public String toString() {
		return this.page + " " + classNames();
	}

	/**
	 * Application of a page that shows parts of one only.
	 */
	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
