//! Which files a platform gets, and how each is made.
//!
//! **Invariant**: where a file would break a limit, it is made again in a smaller form, and the report says why; where
//! no form is small enough, the pack is refused.

use super::{pages, request, social, without_faults, Made, Source};
use crate::picture::{Format, PageName};
use duoyuan::export::limits;
use duoyuan::export::limits::{Platform, What};
use duoyuan::export::raster::Scale;
use duoyuan::export::validators;
use duoyuan::export::wechat;
use duoyuan::export::wechat::Motion;
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::Text;
use duoyuan::render::palette::Palette;
use duoyuan::scene::lay_out;
use duoyuan::site::card;
use duoyuan::text::metrics::BuiltIn;

/// Something to make: a file, or a scene's files of a kind.
pub struct Piece {
    pub name: String,
    kind: Kind,
}

enum Kind {
    /// A picture as `render` makes it: scene, width in CSS px, format, pixels a CSS px.
    Picture(usize, f64, Format, f64),
    /// A picture that is light or dark as its reader's system is.
    AutoSvg(usize),
    Storyboard(PageName),
    /// A scene composed for these proportions, at rest; its entrance in the same.
    Card(usize, (u32, u32)),
    Film(usize, (u32, u32)),
    Wechat(usize),
    /// Words to paste beside a picture.
    Words(usize),
    /// Markup of all scenes, or of one.
    Feed(Vec<usize>),
    Amp(Vec<usize>),
    Block(usize),
}

/// Proportions of posts, by the names of their files, in pixels.
const SHAPES: [(&str, (u32, u32)); 2] = [("1x1", card::SIZES[1]), ("9x16", card::SIZES[2])];

/// Width of the pictures in feeds and pages, CSS px.
pub const WIDE: f64 = 720.0;

pub fn pieces(source: &Source, scenes: &[usize]) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut put = |name: String, kind: Kind| out.push(Piece { name, kind });
    let all = || scenes.to_vec();
    match source.platform {
        Platform::Rss => put("feed.xml".into(), Kind::Feed(all())),
        Platform::Amp => put("index.html".into(), Kind::Amp(all())),
        Platform::Print => {
            for page in [PageName::A4, PageName::Poster] {
                put(format!("{}-{}.pdf", source.story.id(), page.name()), Kind::Storyboard(page));
            }
        }
        _ => {}
    }
    for &i in scenes {
        let name = pages::file_name(source, i);
        match source.platform {
            Platform::Wechat => put(format!("{name}.html"), Kind::Wechat(i)),
            Platform::Toutiao | Platform::Baijiahao => {
                // a phone's layout at two pixels a CSS px: 750 pixels wide and readable on the phone
                put(format!("{name}.png"), Kind::Picture(i, 375.0, Format::Png, 2.0));
                put(format!("{name}.gif"), Kind::Picture(i, 375.0, Format::Gif, 2.0));
                put(format!("{name}.txt"), Kind::Words(i));
            }
            Platform::Rss | Platform::Amp => {
                put(format!("{name}.png"), Kind::Picture(i, WIDE, Format::Png, 2.0))
            }
            Platform::Wordpress => {
                put(format!("{name}.html"), Kind::Block(i));
                put(format!("{name}.png"), Kind::Picture(i, WIDE, Format::Png, 2.0));
            }
            Platform::Site => {
                put(format!("{name}.svg"), Kind::AutoSvg(i));
                for format in [Format::Html, Format::Smil, Format::Png, Format::Csv, Format::Jsonld] {
                    put(format!("{name}.{}", format.ending()), Kind::Picture(i, WIDE, format, 2.0));
                }
            }
            Platform::Social => {
                for (shape, size) in SHAPES {
                    put(format!("{name}-{shape}.png"), Kind::Card(i, size));
                    put(format!("{name}-{shape}.gif"), Kind::Film(i, size));
                }
                put(format!("{name}.txt"), Kind::Words(i));
            }
            Platform::Print => {
                for format in [Format::Pdf, Format::Svg, Format::Csv] {
                    put(format!("{name}.{}", format.ending()), Kind::Picture(i, WIDE, format, 2.0));
                }
            }
        }
    }
    out
}

pub fn make(source: &Source, piece: &Piece) -> Result<Vec<Made>, Text> {
    let name = piece.name.clone();
    let one = |made: Result<Made, Text>| made.map(|m| vec![m]);
    match &piece.kind {
        Kind::Picture(scene, width, format, scale) => {
            one(picture(source, name, *scene, *width, *format, *scale))
        }
        Kind::AutoSvg(scene) => {
            let mut asked = request(source, *scene, WIDE, Format::Svg);
            asked.auto = source.theme == duoyuan::theme::Theme::Light;
            one(svg(source, name, source.desk.bytes(source.story, &asked)?))
        }
        Kind::Storyboard(page) => {
            let mut asked = request(source, 0, WIDE, Format::Storyboard);
            asked.paper = *page;
            let bytes = source.desk.bytes(source.story, &asked)?;
            let size = bytes.len() as u64;
            one(source.measured(name, bytes, &[(What::FileBytes, size)], None))
        }
        Kind::Card(scene, size) => one(social::card(source, name, *scene, *size)),
        Kind::Film(scene, size) => one(social::film(source, name, *scene, *size)),
        Kind::Wechat(scene) => wechat_section(source, name, *scene),
        Kind::Words(scene) => one(markup(source, name, pages::words(source, *scene))),
        Kind::Feed(scenes) => {
            let (feed, fragments) = pages::feed(source, scenes);
            for fragment in fragments {
                without_faults(&name, validators::feed(&fragment))?;
            }
            one(markup(source, name, feed))
        }
        Kind::Amp(scenes) => one(markup(source, name, pages::amp(source, scenes))),
        Kind::Block(scene) => {
            let (block, fragment) = pages::block(source, *scene);
            without_faults(&name, validators::feed(&fragment))?;
            one(markup(source, name, block))
        }
    }
}

fn markup(source: &Source, name: String, text: String) -> Result<Made, Text> {
    let sizes = [(What::Characters, text.chars().count() as u64), (What::MarkupBytes, text.len() as u64)];
    source.measured(name, text.into_bytes(), &sizes, None)
}

fn svg(source: &Source, name: String, bytes: Vec<u8>) -> Result<Made, Text> {
    without_faults(&name, validators::accessible_svg(&String::from_utf8_lossy(&bytes)))?;
    let size = bytes.len() as u64;
    source.measured(name, bytes, &[(What::PictureBytes, size)], None)
}

fn picture(
    source: &Source,
    name: String,
    scene: usize,
    width: f64,
    format: Format,
    scale: f64,
) -> Result<Made, Text> {
    let mut asked = request(source, scene, width, format);
    asked.scale = Scale::new(scale).unwrap_or(asked.scale);
    if format == Format::Gif {
        if let Some(limit) = limits::of(source.platform, What::FilmBytes) {
            asked.limit = limit.most as usize;
        }
    }
    let bytes = source.desk.bytes(source.story, &asked)?;
    let size = bytes.len() as u64;
    let pixels = (width * scale).round() as u64;
    match format {
        Format::Svg | Format::Smil => svg(source, name, bytes),
        Format::Png => {
            source.measured(name, bytes, &[(What::PictureBytes, size), (What::Width, pixels)], None)
        }
        Format::Gif => {
            let time = gif_time(&bytes);
            let sizes = [(What::FilmBytes, size), (What::FilmTime, time), (What::Width, pixels)];
            source.measured(name, bytes, &sizes, None)
        }
        Format::Html => source.measured(name, bytes, &[(What::MarkupBytes, size)], None),
        Format::Csv | Format::Jsonld | Format::Pdf => {
            source.measured(name, bytes, &[(What::FileBytes, size)], None)
        }
        _ => source.measured(name, bytes, &[(What::PictureBytes, size)], None),
    }
}

/// Hundredths of a second, as the file says.
fn gif_time(bytes: &[u8]) -> u64 {
    let mut time = 0;
    if let Ok(mut decoder) = gif::DecodeOptions::new().read_info(bytes) {
        while let Ok(Some(frame)) = decoder.next_frame_info() {
            time += u64::from(frame.delay);
        }
    }
    time
}

/// First with motion, then still, then as words with a picture to upload: the first that is short enough.
fn wechat_section(source: &Source, name: String, index: usize) -> Result<Vec<Made>, Text> {
    let scene = &source.story.scenes()[index];
    let placed: PlacedScene =
        lay_out(source.story, index, Viewport::new(wechat::WIDTH), source.locale, &BuiltIn);
    let most = limits::of(Platform::Wechat, What::Characters).map_or(u64::MAX, |l| l.most);
    let mut before = 0;
    for motion in [Motion::Moving, Motion::Still] {
        let text = wechat::section(source.story, scene, &placed, &Palette::of(source.theme), motion);
        let count = text.chars().count() as u64;
        if count <= most {
            without_faults(&name, validators::wechat(&text))?;
            let note = (before > 0).then(|| {
                Text::new(
                    format!("带动画为 {before} 字符，超过 {most}，改为静态图"),
                    format!("with motion it has {before} characters, more than {most}: made still"),
                )
            });
            let made = markup(source, name, text)?;
            return Ok(vec![noted(made, note)]);
        }
        before = count;
    }
    let text = wechat::words_only(source.story, scene, &placed);
    without_faults(&name, validators::wechat(&text))?;
    let png = name.replace(".html", ".png");
    let note = Text::new(
        format!("静态图也有 {before} 字符，超过 {most}，改为图片：请上传 {png} 放在文字前"),
        format!("even still it has {before} characters, more than {most}: upload {png} before the words"),
    );
    let words = noted(markup(source, name, text)?, Some(note));
    Ok(vec![words, picture(source, png, index, 375.0, Format::Png, 2.0)?])
}

fn noted(mut made: Made, note: Option<Text>) -> Made {
    if let Some(line) = made.lines.first_mut() {
        line.note = note;
    }
    made
}
