//! From an event to what it comes to, if it comes to anything.

use yew::Callback;

/// A callback that hands on what an event comes to; nothing where it comes to nothing.
pub fn sending<E, T: 'static>(to: &Callback<T>, of: impl Fn(E) -> Option<T> + 'static) -> Callback<E> {
    let to = to.clone();
    Callback::from(move |event| {
        if let Some(value) = of(event) {
            to.emit(value);
        }
    })
}
