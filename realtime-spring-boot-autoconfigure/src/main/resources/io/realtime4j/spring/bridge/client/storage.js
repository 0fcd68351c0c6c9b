/*
 * What a tab remembers when it is loaded anew. Where a browser lets pages keep nothing, they remember nothing.
 */

/** Return what was kept under a key, or null. */
export function remembered(key) {
	try {
		return sessionStorage.getItem(key);
	}
	catch {
		return null;
	}
}

/** Keep something under a key. */
export function remember(key, value) {
	try {
		sessionStorage.setItem(key, value);
	}
	catch {
		// A page that is loaded anew begins anew
	}
}

/** Keep nothing any more under a key. */
export function forget(key) {
	try {
		sessionStorage.removeItem(key);
	}
	catch {
		// Nothing was kept
	}
}
