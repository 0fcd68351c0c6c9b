package io.realtime4j.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles all Java of the documentation at once.
 */
final class SnippetCompiler {

	private static final List<String> OPTIONS = List.of("--release", "17", "-parameters", "-proc:none",
			"-Xlint:unchecked,deprecation,rawtypes,varargs");

	/** What tests find where their page shows no application. */
	private static final String APPLICATION = """
			package %s;

			@org.springframework.boot.autoconfigure.SpringBootApplication
			class TestApplication {

			}
			""";

	private final Path classes = Path.of(System.getProperty("basedir", "."), "target", "snippets");

	private final List<String> problems;

	private SnippetCompiler(List<JavaFileObject> sources) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		List<String> options = new ArrayList<>(OPTIONS);
		options.addAll(List.of("-d", directory().toString(), "-classpath", System.getProperty("java.class.path")));
		compiler.getTask(null, null, diagnostics, options, null, sources).call();
		this.problems = diagnostics.getDiagnostics().stream().map(SnippetCompiler::describe).toList();
	}

	static SnippetCompiler compile(List<Snippet> snippets) {
		Prelude prelude = Prelude.read();
		List<JavaFileObject> sources = snippets.stream()
			.map((snippet) -> (JavaFileObject) new Source(snippet.className(), snippet.toString(),
					snippet.source(prelude)))
			.collect(Collectors.toCollection(ArrayList::new));
		sources.add(new Source(Prelude.CLASS_NAME, Prelude.PAGE, prelude.source()));
		snippets.stream()
			.filter((snippet) -> snippet.code().contains("@SpringBootTest"))
			.map(Snippet::packageName)
			.filter((name) -> snippets.stream()
				.noneMatch((snippet) -> snippet.packageName().equals(name)
						&& snippet.code().contains("@SpringBootApplication")))
			.distinct()
			.forEach((name) -> sources.add(new Source(name + ".TestApplication", name, APPLICATION.formatted(name))));
		return new SnippetCompiler(sources);
	}

	/**
	 * Return what the compiler says, errors and warnings.
	 */
	List<String> problems() {
		return this.problems;
	}

	URLClassLoader loader() {
		try {
			return new URLClassLoader(new URL[] { this.classes.toUri().toURL() }, getClass().getClassLoader());
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Path directory() {
		try {
			return Files.createDirectories(this.classes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String describe(Diagnostic<? extends JavaFileObject> problem) {
		String place = (problem.getSource() instanceof Source source) ? source.place : "";
		return place + ": " + problem.getMessage(Locale.ROOT);
	}

	private static final class Source extends SimpleJavaFileObject {

		private final String place;

		private final String code;

		Source(String className, String place, String code) {
			super(URI.create("snippet:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
			this.place = place;
			this.code = code;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.code;
		}

	}

}
