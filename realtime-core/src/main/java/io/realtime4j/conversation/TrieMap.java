package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A map that never changes, of which a changed copy shares all but a handful of nodes: to
 * change it costs the same however large it is, and what two of them differ in is found
 * without looking at what they share.
 *
 * @param <V> the type of the values
 */
final class TrieMap<V> {

	private final @Nullable Node<V> root;

	private TrieMap(@Nullable Node<V> root) {
		this.root = root;
	}

	static <V> TrieMap<V> empty() {
		return new TrieMap<>(null);
	}

	boolean isEmpty() {
		return this.root == null;
	}

	@Nullable V get(@Nullable String key) {
		return (this.root != null && key != null) ? this.root.get(key, hash(key), 0) : null;
	}

	TrieMap<V> with(String key, V value) {
		Leaf<V> leaf = new Leaf<>(hash(key), key, value);
		return new TrieMap<>((this.root != null) ? this.root.with(leaf, 0) : leaf);
	}

	TrieMap<V> without(String key) {
		return (this.root != null) ? new TrieMap<>(this.root.without(key, hash(key), 0)) : this;
	}

	void forEach(Consumer<V> action) {
		if (this.root != null) {
			this.root.forEach((leaf) -> action.accept(leaf.value()));
		}
	}

	/**
	 * Hand over the keys that have not the very same value in both maps.
	 * @param other the other map
	 * @param keys takes them, each one once
	 */
	void differences(TrieMap<V> other, Consumer<String> keys) {
		differences(this.root, other.root, 0, keys);
	}

	@SuppressWarnings("ReferenceEquality")
	private static <V> void differences(@Nullable Node<V> one, @Nullable Node<V> other, int shift,
			Consumer<String> keys) {
		if (one == other) {
			return;
		}
		if (one instanceof Branch<V> branch && other instanceof Branch<V> second) {
			for (int i = 0; i < Branch.WIDTH; i++) {
				differences(branch.child(i), second.child(i), shift + Branch.BITS, keys);
			}
			return;
		}
		if (one != null) {
			one.forEach((leaf) -> {
				if (other == null || other.get(leaf.key(), leaf.hash(), shift) != leaf.value()) {
					keys.accept(leaf.key());
				}
			});
		}
		if (other != null) {
			other.forEach((leaf) -> {
				if (one == null || one.get(leaf.key(), leaf.hash(), shift) == null) {
					keys.accept(leaf.key());
				}
			});
		}
	}

	private static int hash(String key) {
		int hash = key.hashCode();
		return hash ^ (hash >>> 16);
	}

	/**
	 * A part of the map. The shift says which bits of the hash choose among its children.
	 */
	private sealed interface Node<V> {

		@Nullable V get(String key, int hash, int shift);

		Node<V> with(Leaf<V> leaf, int shift);

		@Nullable Node<V> without(String key, int hash, int shift);

		void forEach(Consumer<Leaf<V>> action);

	}

	private record Leaf<V>(int hash, String key, V value) implements Node<V> {

		@Override
		public @Nullable V get(String wanted, int wantedHash, int shift) {
			return this.key.equals(wanted) ? this.value : null;
		}

		@Override
		public Node<V> with(Leaf<V> leaf, int shift) {
			if (leaf.key.equals(this.key)) {
				return leaf;
			}
			return (leaf.hash == this.hash) ? new Collision<>(this.hash, List.of(this, leaf))
					: Branch.<V>none().put(this, shift).with(leaf, shift);
		}

		@Override
		public @Nullable Node<V> without(String unwanted, int unwantedHash, int shift) {
			return this.key.equals(unwanted) ? null : this;
		}

		@Override
		public void forEach(Consumer<Leaf<V>> action) {
			action.accept(this);
		}

	}

	/**
	 * Keys that have one hash.
	 */
	private record Collision<V>(int hash, List<Leaf<V>> leaves) implements Node<V> {

		@Override
		public @Nullable V get(String wanted, int wantedHash, int shift) {
			for (Leaf<V> leaf : this.leaves) {
				if (leaf.key().equals(wanted)) {
					return leaf.value();
				}
			}
			return null;
		}

		@Override
		public Node<V> with(Leaf<V> leaf, int shift) {
			if (leaf.hash() != this.hash) {
				return Branch.<V>none().put(this, shift).with(leaf, shift);
			}
			List<Leaf<V>> changed = others(leaf.key());
			changed.add(leaf);
			return new Collision<>(this.hash, changed);
		}

		@Override
		public Node<V> without(String unwanted, int unwantedHash, int shift) {
			List<Leaf<V>> changed = others(unwanted);
			return (changed.size() == 1) ? changed.get(0) : new Collision<>(this.hash, changed);
		}

		private List<Leaf<V>> others(String key) {
			List<Leaf<V>> others = new ArrayList<>(this.leaves);
			others.removeIf((leaf) -> leaf.key().equals(key));
			return others;
		}

		@Override
		public void forEach(Consumer<Leaf<V>> action) {
			this.leaves.forEach(action);
		}

	}

	/**
	 * Children by some bits of their hashes, without gaps.
	 */
	private record Branch<V>(int present, List<Node<V>> children) implements Node<V> {

		private static final int BITS = 5;

		private static final int WIDTH = 1 << BITS;

		static <V> Branch<V> none() {
			return new Branch<>(0, List.of());
		}

		@Nullable Node<V> child(int index) {
			return has(index) ? this.children.get(place(index)) : null;
		}

		@Override
		public @Nullable V get(String wanted, int wantedHash, int shift) {
			Node<V> child = child(index(wantedHash, shift));
			return (child != null) ? child.get(wanted, wantedHash, shift + BITS) : null;
		}

		@Override
		public Branch<V> with(Leaf<V> leaf, int shift) {
			int index = index(leaf.hash(), shift);
			Node<V> child = child(index);
			return replaced(index, (child != null) ? child.with(leaf, shift + BITS) : leaf);
		}

		Branch<V> put(Node<V> node, int shift) {
			int hash = (node instanceof Leaf<V> leaf) ? leaf.hash() : ((Collision<V>) node).hash();
			return replaced(index(hash, shift), node);
		}

		@Override
		public @Nullable Node<V> without(String unwanted, int unwantedHash, int shift) {
			int index = index(unwantedHash, shift);
			Node<V> child = child(index);
			if (child == null) {
				return this;
			}
			Branch<V> changed = replaced(index, child.without(unwanted, unwantedHash, shift + BITS));
			if (changed.children.isEmpty()) {
				return null;
			}
			Node<V> first = changed.children.get(0);
			return (changed.children.size() == 1 && !(first instanceof Branch)) ? first : changed;
		}

		private Branch<V> replaced(int index, @Nullable Node<V> node) {
			List<Node<V>> changed = new ArrayList<>(this.children.size() + 1);
			changed.addAll(this.children);
			if (has(index)) {
				changed.remove(place(index));
			}
			if (node != null) {
				changed.add(place(index), node);
			}
			int others = this.present & ~(1 << index);
			return new Branch<>((node != null) ? others | (1 << index) : others, changed);
		}

		private boolean has(int index) {
			return (this.present & (1 << index)) != 0;
		}

		private int place(int index) {
			return Integer.bitCount(this.present & ((1 << index) - 1));
		}

		private static int index(int hash, int shift) {
			return (hash >>> shift) & (WIDTH - 1);
		}

		@Override
		public void forEach(Consumer<Leaf<V>> action) {
			this.children.forEach((child) -> child.forEach(action));
		}

	}

}
