package io.realtime4j.docs;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What statements in the documentation stand on: the imports and the variables that the
 * index of the documentation states.
 *
 * @param imports the imports
 * @param fields the declarations of the variables
 */
record Prelude(String imports, String fields) {

	static final String PAGE = "docs/README.md";

	static final String CLASS_NAME = "docs.prelude.Prelude";

	/**
	 * The field with the variables that statements declare, as they are at their end.
	 */
	static final String RESULTS = "results";

	private static final Pattern DECLARATION = Pattern.compile("(?m)^[A-Z][\\w<>,.? \\[\\]]* (\\w+) = ");

	static Prelude read() {
		List<String> blocks = Pages.snippets(PAGE)
			.stream()
			.filter((snippet) -> snippet.is("java"))
			.map(Snippet::code)
			.toList();
		return new Prelude(blocks.get(0), blocks.get(1));
	}

	String source() {
		String declared = this.fields.lines().map((field) -> "\tprotected " + field).collect(Collectors.joining("\n"));
		return "package docs.prelude;\n\n" + this.imports + "\npublic abstract class Prelude {\n\n" + declared
				+ "\n\n\tpublic final java.util.Map<String, Object> " + RESULTS
				+ " = new java.util.HashMap<>();\n\n\tpublic abstract void run() throws Exception;\n\n}\n";
	}

	String wrap(Snippet snippet) {
		String imports = lines(snippet, true);
		return "package " + snippet.packageName() + ";\n\n" + this.imports + imports + "\npublic class "
				+ snippet.typeName() + " extends " + CLASS_NAME + " {\n@Override public void run() throws Exception {\n"
				+ lines(snippet, false) + results(snippet) + "}\n}\n";
	}

	private static String results(Snippet snippet) {
		return DECLARATION.matcher(snippet.code())
			.results()
			.map((declared) -> RESULTS + ".put(\"" + declared.group(1) + "\", " + declared.group(1) + ");\n")
			.collect(Collectors.joining());
	}

	private static String lines(Snippet snippet, boolean imports) {
		return snippet.code()
			.lines()
			.filter((line) -> line.startsWith("import ") == imports)
			.collect(Collectors.joining("\n", "", "\n"));
	}

}
