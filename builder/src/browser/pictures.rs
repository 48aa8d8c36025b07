//! Pictures of pixels from drawings.

use futures_channel::oneshot;
use gloo::file::futures::read_as_bytes;
use js_sys::encode_uri_component;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// A drawing in SVG as a PNG, so many times its size; nothing where the browser can't draw it.
pub async fn png(svg: &str, scale: f64) -> Option<Vec<u8>> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(&format!("data:image/svg+xml,{}", encode_uri_component(svg)));
    JsFuture::from(image.decode()).await.ok()?;
    let canvas = gloo::utils::document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    let size = |pixels: u32| (f64::from(pixels) * scale).round();
    let (width, height) = (size(image.natural_width()), size(image.natural_height()));
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height).ok()?;
    let (sender, receiver) = oneshot::channel();
    let done = Closure::once(move |blob: Option<Blob>| {
        // Nobody waits where the page is gone.
        let _ = sender.send(blob);
    });
    canvas.to_blob(done.as_ref().unchecked_ref()).ok()?;
    let blob = receiver.await.ok()??;
    read_as_bytes(&gloo::file::Blob::from(blob)).await.ok()
}
