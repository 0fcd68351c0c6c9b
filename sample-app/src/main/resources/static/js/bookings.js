import { part } from '../realtime/elements.js';

/**
 * Shows the book of the restaurant.
 */
export class Bookings {

	constructor(list, empty) {
		this.list = list;
		this.empty = empty;
		this.looks = 0;
	}

	/** Look into the book. */
	async refresh() {
		const look = ++this.looks;
		const response = await fetch('desk/bookings').catch(() => null);
		const bookings = response?.ok ? await response.json() : null;
		// Who looked earlier may be told later
		if (bookings && look === this.looks) {
			this.show(bookings);
		}
	}

	show(bookings) {
		this.list.replaceChildren();
		bookings.forEach((booking) => this.add(booking));
		this.empty.hidden = bookings.length > 0;
		for (const badge of document.querySelectorAll('[data-count="bookings"]')) {
			badge.textContent = bookings.length;
		}
	}

	add({ name, guests, at, number }) {
		const when = new Date(at).toLocaleString(undefined,
			{ weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
		const element = part(this.list, 'li', '');
		part(element, 'span', 'who').textContent = name;
		part(element, 'span', 'guests').textContent = guests === 1 ? '1 guest' : `${guests} guests`;
		part(element, 'span', 'when').textContent = when;
		part(element, 'span', 'number').textContent = `No. ${number}`;
	}

}
