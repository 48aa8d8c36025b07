//! Pictures of a publication.

/// The picture that is shown with a link to the page.
pub(super) const SOCIAL_IMAGE: &str = "social.png";

/// A picture for whoever has the fonts to draw it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The name of its PNG in the folder.
    pub name: &'static str,
    /// The drawing, an SVG with a width and a height in pixels.
    pub svg: String,
    /// How many pixels of the PNG one of the drawing becomes, in each direction.
    pub scale: f32,
}
