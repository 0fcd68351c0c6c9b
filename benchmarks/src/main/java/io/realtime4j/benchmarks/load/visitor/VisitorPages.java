package io.realtime4j.benchmarks.load.visitor;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.realtime4j.benchmarks.load.page.Page;
import io.realtime4j.benchmarks.load.page.Pages;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.benchmarks.load.report.Latencies;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the visitor and of the others, each of whom has an address of his own. The
 * JVM that started this one says {@code visit=N}, the place of a behaviour,
 * {@code leave}, {@code begin} and {@code figures}, each of which is answered.
 */
public final class VisitorPages {

	private static final long REOPEN_NANOS = 250_000_000;

	private final Protocol protocol;

	private final Options options;

	private final Pages pages;

	private final List<NeighbourScript> neighbours = new ArrayList<>();

	private final Latencies answers = new Latencies();

	private final Set<Page> visitors = new HashSet<>();

	private final Queue<String> commands = new ConcurrentLinkedQueue<>();

	private @Nullable Behaviour behaviour;

	private InetAddress address = InetAddress.getLoopbackAddress();

	private @Nullable Keys keys;

	private long reopenAt;

	private int lost;

	private int thrownOut;

	private VisitorPages(Options options) throws IOException {
		this.options = options;
		this.protocol = Protocol.valueOf(options.text("mode").toUpperCase(Locale.ROOT));
		this.pages = new Pages(options.uri("url"), true, this::gone);
	}

	/**
	 * Run until the JVM that started this one closes the line.
	 * @param args {@code --url} of the application, {@code --mode} of its bridge, and
	 * {@code --neighbours}
	 * @throws IOException if the system does not give what is needed
	 */
	public static void main(String[] args) throws IOException {
		VisitorPages pages = new VisitorPages(Options.of(args));
		pages.openNeighbours();
		ParentLine.listen(pages::command);
		Figures.none().print();
		pages.run();
	}

	private void openNeighbours() throws IOException {
		for (int i = 0; i < this.options.number("neighbours", 10); i++) {
			NeighbourScript script = new NeighbourScript(this.protocol, this.answers);
			this.neighbours.add(script);
			this.pages.open(script, InetAddress.getByAddress(new byte[] { 127, 0, 2, (byte) (i + 1) }));
		}
		while (!this.pages.areReady()) {
			this.pages.work();
		}
	}

	private void command(String command) {
		this.commands.add(command);
		this.pages.wakeUp();
	}

	private void gone(Page page) {
		if (this.visitors.remove(page)) {
			this.thrownOut++;
			this.reopenAt = System.nanoTime() + REOPEN_NANOS;
		}
		else {
			this.lost++;
		}
	}

	private void run() throws IOException {
		while (true) {
			this.pages.work();
			for (String command = this.commands.poll(); command != null; command = this.commands.poll()) {
				answer(command);
			}
			come();
		}
	}

	private void come() {
		Behaviour current = this.behaviour;
		if (current != null && System.nanoTime() >= this.reopenAt) {
			while (this.visitors.size() < current.pages()) {
				this.visitors.add(this.pages.open(new VisitorScript(current, this.protocol), this.address));
			}
		}
	}

	private void answer(String command) throws IOException {
		if (command.startsWith("visit=")) {
			visit(Integer.parseInt(command.substring("visit=".length())));
		}
		else if (command.equals("leave")) {
			leave();
		}
		else if (command.equals("begin")) {
			this.answers.clear();
			this.thrownOut = 0;
			this.lost = 0;
			this.neighbours.forEach(NeighbourScript::begin);
		}
		Keys keys = this.keys;
		this.answers.figures()
			.with("lost", this.lost)
			.with("unanswered", this.neighbours.stream().mapToInt(NeighbourScript::unanswered).sum())
			.with("gone", this.thrownOut + ((keys != null) ? keys.refused() : 0))
			.print();
	}

	private void visit(int number) throws IOException {
		Behaviour next = Behaviours.all(this.protocol == Protocol.RELAY).get(number);
		// Everybody who behaves in another way is somebody else
		this.address = InetAddress.getByAddress(new byte[] { 127, 0, 1, (byte) (number + 1) });
		this.behaviour = next;
		if (next.name().equals(Behaviours.KEYS)) {
			this.keys = new Keys(this.options.uri("url"), this.address);
		}
	}

	private void leave() throws IOException {
		this.behaviour = null;
		Keys keys = this.keys;
		if (keys != null) {
			keys.close();
			this.keys = null;
		}
		List.copyOf(this.visitors).forEach(this.pages::drop);
		this.pages.work();
	}

}
