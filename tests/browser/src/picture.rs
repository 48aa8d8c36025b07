//! Pictures of whole pages, for the documents and to be compared with those.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use anyhow::Context;
use color_quant::NeuQuant;
use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat, RgbImage};
use png::{BitDepth, ColorType, Compression};

use crate::page::Page;

/// How much of a page is drawn at once, in pixels: some browsers' pictures end at 8,192.
const TILE: u64 = 4_000;

/// How many colours a stored picture has, and of how many pixels one counts in their choice.
const COLOURS: usize = 128;
const SAMPLED: i32 = 10;

/// A page whole, as a reader with this colour scheme and a screen of this width sees it.
///
/// # Errors
/// Where the browser does not answer or can't show it so.
pub async fn whole(page: &Page, scheme: &str, width: u64) -> anyhow::Result<RgbImage> {
    page.session().show_as(scheme, width, TILE).await?;
    page.drawn().await?;
    let height = page.value("document.documentElement.scrollHeight").await?.as_u64().context("the height")?;
    let mut whole = RgbImage::new(u32::try_from(width)?, u32::try_from(height)?);
    for from in (0..height).step_by(usize::try_from(TILE)?) {
        page.act(format!("scrollTo({{ top: {from}, behavior: 'instant' }})")).await?;
        let top = page.value("Math.round(scrollY)").await?.as_u64().context("the place")?;
        let tile = page.session().driver().screenshot_as_png().await?;
        let tile = image::load_from_memory_with_format(&tile, ImageFormat::Png)?.into_rgb8();
        put(&tile, &mut whole, usize::try_from(top)?);
    }
    Ok(whole)
}

/// Puts a picture into one as wide, from a row on; what reaches beyond its end is left out. Row by row: pixel by pixel, in code
/// that is not optimised, takes a second.
fn put(tile: &RgbImage, whole: &mut RgbImage, top: usize) {
    let row = whole.width() as usize * 3;
    let rows = whole.chunks_exact_mut(row).skip(top);
    for (to, from) in rows.zip(tile.chunks_exact(tile.width() as usize * 3)) {
        let wide = row.min(from.len());
        to[..wide].copy_from_slice(&from[..wide]);
    }
}

/// A picture at half its size. Not by the function that takes any image: that would be compiled here, and not optimised.
pub fn half(picture: RgbImage) -> RgbImage {
    let (width, height) = (picture.width() / 2, picture.height() / 2);
    DynamicImage::from(picture).resize_exact(width, height, FilterType::Triangle).into_rgb8()
}

/// Stores a picture in few colours, in a sixth of the bytes that all of them take.
///
/// # Errors
/// Where it can't be written.
pub fn store(picture: &RgbImage, path: &Path) -> anyhow::Result<()> {
    let pixels = DynamicImage::from(picture.clone()).into_rgba8().into_raw();
    let palette = NeuQuant::new(SAMPLED, COLOURS, &pixels);
    // Most pixels are like the one before.
    let mut before: (&[u8], u8) = (&[], 0);
    let indices = pixels.chunks_exact(4).map(|pixel| {
        if before.0 != pixel {
            before = (pixel, palette.index_of(pixel) as u8);
        }
        before.1
    });
    let indices = indices.collect::<Vec<_>>();
    let file = File::create(path).with_context(|| path.display().to_string())?;
    let mut encoder = png::Encoder::new(BufWriter::new(file), picture.width(), picture.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.color_map_rgb());
    encoder.set_compression(Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header()?.write_image_data(&indices)?;
    Ok(())
}
