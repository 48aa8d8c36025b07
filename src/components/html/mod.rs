//! How HTML and SVG elements are made, and the small pieces that many parts share. May use what is drawn from
//! (`view.rs`) and the words; knows no part of the page.

pub(crate) mod disclosure;
pub(crate) mod draws;
pub(crate) mod element;
pub(crate) mod event;
pub(crate) mod memo;
pub(crate) mod rule;
pub(crate) mod source;
pub(crate) mod svg;
