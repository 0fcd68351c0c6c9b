package io.realtime4j.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Examples in the Javadoc of types that are published. They show no imports: those of the
 * documentation, of their own package and a few of Spring and JUnit are given to them.
 */
final class JavadocExamples {

	private static final List<String> MODULES = List.of("realtime-core", "realtime-spring-boot-autoconfigure",
			"realtime-simulator");

	private static final Pattern EXAMPLE = Pattern.compile("<pre class=\"code\">\\R(.*?)</pre>", Pattern.DOTALL);

	private static final Pattern MARGIN = Pattern.compile("(?m)^\\s*\\* ?");

	private static final String IMPORTS = """
			import java.util.*;
			import java.util.concurrent.*;
			import io.realtime4j.codec.Dialect;
			import io.realtime4j.session.realtime.DefaultRealtimeClient;
			import io.realtime4j.translation.model.*;
			""";

	private static final String CLASS_IMPORTS = """
			import io.realtime4j.simulator.test.autoconfigure.*;
			import io.realtime4j.spring.event.*;
			import org.junit.jupiter.api.Test;
			import org.springframework.beans.factory.annotation.Autowired;
			import org.springframework.boot.test.context.SpringBootTest;
			import org.springframework.context.event.EventListener;
			import org.springframework.stereotype.Component;
			import static org.assertj.core.api.Assertions.assertThat;
			""";

	/**
	 * The client of the documentation is that of another family.
	 */
	private static final String LIVE = "io.realtime4j.live.session.LiveClient client = null;\n";

	private JavadocExamples() {
	}

	static List<Snippet> all() {
		return MODULES.stream().flatMap(JavadocExamples::sources).flatMap((path) -> of(path).stream()).toList();
	}

	static List<Snippet> of(Path source) {
		String text = Pages.text(source.toString());
		return EXAMPLE.matcher(text).results().map((example) -> snippet(source, text, example)).toList();
	}

	static Stream<Path> sources(String module) {
		try (Stream<Path> files = Files.walk(Pages.ROOT.resolve(module).resolve("src/main/java"))) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.map(Pages.ROOT::relativize)
				.sorted()
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Snippet snippet(Path source, String text, MatchResult example) {
		int line = (int) text.substring(0, example.start(1)).lines().count() + 1;
		String code = MARGIN.matcher(example.group(1))
			.replaceAll("")
			.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&#64;", "@")
			.replace("&amp;", "&");
		Snippet shown = new Snippet(source.toString(), line, "java", 0, code);
		String given = imports(text);
		if (shown.isFile()) {
			given += Prelude.read().imports() + CLASS_IMPORTS;
		}
		else if (source.toString().contains("/live/")) {
			given += LIVE;
		}
		return new Snippet(shown.page(), line, "java", 0, given + code);
	}

	private static String imports(String text) {
		String declared = text.lines().filter((line) -> line.startsWith("package ")).findFirst().orElseThrow();
		return declared.replace("package ", "import ").replace(";", ".*;\n") + IMPORTS;
	}

}
