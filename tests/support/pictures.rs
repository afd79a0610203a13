//! Pictures to look at after a failure: what was expected, what was seen, and where they differ, as PNG files beside each other.

use super::root;
use duoyuan::export::fonts::Fonts;
use resvg::tiny_skia::{Color, Pixmap, PremultipliedColorU8, Transform};
use std::path::PathBuf;

/// Pixels of an SVG document, or why there are none.
fn draw(document: &str, fonts: &Fonts) -> Result<Pixmap, String> {
    let tree = fonts.tree(document)?;
    let size = tree.size().to_int_size();
    let mut map = Pixmap::new(size.width(), size.height()).ok_or("a picture without pixels")?;
    map.fill(Color::WHITE);
    resvg::render(&tree, Transform::default(), &mut map.as_mut());
    Ok(map)
}

/// The expected picture in pale grey, with each pixel that differs in red.
fn difference(expected: &Pixmap, actual: &Pixmap) -> Pixmap {
    let (width, height) = (expected.width().max(actual.width()), expected.height().max(actual.height()));
    let mut map = Pixmap::new(width, height).expect("no larger than the pictures");
    let pale = |p: PremultipliedColorU8| {
        let sum: u32 = [p.red(), p.green(), p.blue()].into_iter().map(u32::from).sum();
        192 + (sum / 13) as u8
    };
    for y in 0..height {
        for x in 0..width {
            let (before, after) = (expected.pixel(x, y), actual.pixel(x, y));
            let (r, g, b) = match before {
                Some(pixel) if before == after => (pale(pixel), pale(pixel), pale(pixel)),
                _ => (208, 0, 0),
            };
            map.pixels_mut()[(y * width + x) as usize] =
                PremultipliedColorU8::from_rgba(r, g, b, 255).expect("an opaque color");
        }
    }
    map
}

/// Writes NAME.expected.png, NAME.actual.png and NAME.difference.png of two SVG documents into target/test/golden and says
/// where. An empty document, as where there was no golden picture, gets no file.
pub fn keep(name: &str, expected: &str, actual: &str, fonts: &Fonts) -> PathBuf {
    let folder = root().join("target/test/golden");
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    let write = |what: &str, map: &Pixmap| {
        let path = folder.join(format!("{name}.{what}.png"));
        map.save_png(path).expect("a picture for looking");
    };
    let (before, after) = (draw(expected, fonts), draw(actual, fonts));
    if let Ok(map) = &before {
        write("expected", map);
    }
    if let Ok(map) = &after {
        write("actual", map);
    }
    if let (Ok(before), Ok(after)) = (&before, &after) {
        write("difference", &difference(before, after));
    }
    folder
}

/// Seen to fail: with the colours of equal and other pixels exchanged.
#[test]
fn a_difference_shows_where_pictures_differ() {
    let fonts = Fonts::system();
    let square = |x: u32| {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M{x} 4h8v8h-8z"/></svg>"#
        )
    };
    let [one, two] = [square(4), square(24)].map(|svg| draw(&svg, &fonts).unwrap());
    let red = |map: &Pixmap| map.pixels().iter().filter(|p| p.green() == 0).count();
    assert_eq!(red(&difference(&one, &one)), 0);
    assert_eq!(red(&difference(&one, &two)), 2 * 8 * 8);
}
