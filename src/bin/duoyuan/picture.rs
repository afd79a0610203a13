//! One scene to the bytes of one file.
//!
//! **Invariant**: what is written depends on the story, the request and the fonts of the system, and on nothing else.

use clap::ValueEnum;
use duoyuan::describe;
use duoyuan::describe::json_ld;
use duoyuan::export::animation::{Animation, Plays};
use duoyuan::export::fonts::Fonts;
use duoyuan::export::html;
use duoyuan::export::pdf;
use duoyuan::export::pdf::{About, Page, Part, Tagged};
use duoyuan::export::raster;
use duoyuan::export::raster::Scale;
use duoyuan::export::storyboard;
use duoyuan::export::storyboard::Paper;
use duoyuan::geometry::{Rect, Seconds};
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::{Locale, Text};
use duoyuan::motion::frame::{frame_at, Frame};
use duoyuan::render::palette::Palette;
use duoyuan::render::{smil, svg};
use duoyuan::scene::lay_out_beat;
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;
use duoyuan::theme::Theme;
use std::sync::OnceLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Picture with real text, for pages and for drawing programs.
    Svg,
    /// Animated SVG: the entrance without script, once; at rest where animation is not known.
    Smil,
    /// Pixels, with the title and the description in the file.
    Png,
    /// The entrance in pixels, in 255 colours; ends at rest.
    Gif,
    /// The entrance in pixels, in all colours; ends at rest.
    Apng,
    /// One page with the picture, fonts embedded, text as text.
    Pdf,
    /// The whole story as one PDF for print; `--page` says on which paper.
    Storyboard,
    /// `figure` with picture, sentences, table and source, without script.
    Html,
    /// The table.
    Csv,
    /// schema.org Dataset with the bounds of its figures.
    Jsonld,
}

impl Format {
    pub fn ending(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            Format::Smil => "smil.svg",
            Format::Png => "png",
            Format::Gif => "gif",
            Format::Apng => "apng",
            Format::Pdf | Format::Storyboard => "pdf",
            Format::Html => "html",
            Format::Csv => "csv",
            Format::Jsonld => "jsonld",
        }
    }

    /// Whether it is text that may follow other text on standard output.
    pub fn is_text(self) -> bool {
        matches!(self, Format::Svg | Format::Smil | Format::Html | Format::Csv | Format::Jsonld)
    }

    /// Pixels a CSS px where nobody says.
    pub fn usual_scale(self) -> Scale {
        if self == Format::Png {
            Scale::TWO
        } else {
            Scale::ONE
        }
    }

    /// Whether it shows the whole entrance, so that there is no moment to choose.
    pub fn moves(self) -> bool {
        matches!(self, Format::Gif | Format::Apng | Format::Smil)
    }

    /// Whether it is drawn, so that width and theme make a difference.
    pub fn is_drawn(self) -> bool {
        !matches!(self, Format::Csv | Format::Jsonld)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PageName {
    /// 210 × 297 mm: a cover, then one chapter a page.
    A4,
    /// 390 × 545 mm, a newspaper's page: all chapters on it.
    Poster,
}

impl PageName {
    fn paper(self) -> Paper {
        match self {
            PageName::A4 => Paper::A4,
            PageName::Poster => Paper::Poster,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            PageName::A4 => "a4",
            PageName::Poster => "poster",
        }
    }
}

/// What is asked of one scene; of a storyboard the scene is any.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    pub scene: usize,
    /// CSS px.
    pub width: f64,
    /// As `Viewport::height` has it.
    pub height: Option<f64>,
    /// Which of the pictures of a scene in a window of this height, the first being 0.
    pub beat: usize,
    pub locale: Locale,
    pub theme: Theme,
    /// Light or dark as the reader's system is; `theme` is then light.
    pub auto: bool,
    pub format: Format,
    /// Absent: at rest.
    pub moment: Option<Seconds>,
    pub scale: Scale,
    pub paper: PageName,
    pub plays: Plays,
    /// Largest animation in bytes.
    pub limit: usize,
}

impl Request {
    /// The first scene at rest as it usually is: 720 px, Chinese, light.
    pub fn of(format: Format) -> Request {
        Request {
            scene: 0,
            width: 720.0,
            height: None,
            beat: 0,
            locale: Locale::Zh,
            theme: Theme::Light,
            auto: false,
            format,
            moment: None,
            scale: format.usual_scale(),
            paper: PageName::A4,
            plays: Plays::Once,
            limit: 10_000_000,
        }
    }
}

/// Hundredths of a second between two pictures of a animation: first as smooth as browsers show a GIF, then for smaller files.
const STEPS: [u16; 3] = [4, 8, 16];

/// The fonts of the system, read when the first picture needs them.
#[derive(Default)]
pub struct Desk {
    fonts: OnceLock<Fonts>,
}

impl Desk {
    pub fn fonts(&self) -> &Fonts {
        self.fonts.get_or_init(Fonts::system)
    }

    /// A animation no larger than asked for: where it is too large it is made again with fewer pictures, and refused where
    /// that is not enough.
    fn animation(&self, placed: &PlacedScene, request: &Request) -> Result<Vec<u8>, Text> {
        let palette = Palette::of(request.theme);
        let mut size = 0;
        for step in STEPS {
            let animation = Animation::draw(placed, &palette, request.scale, step, self.fonts())?;
            let bytes = match request.format {
                Format::Gif => animation.gif(placed, request.plays)?,
                _ => animation.apng(placed, request.scale, request.plays)?,
            };
            size = bytes.len();
            if size <= request.limit {
                return Ok(bytes);
            }
        }
        let (name, limit) = (request.format.ending(), request.limit);
        Err(Text::new(
            format!("{name} 减到每秒6幅仍有 {size} 字节，超过上限 {limit}；请减小 --width 或 --scale"),
            format!("the {name} has {size} bytes even with 6 pictures a second, more than the limit of {limit}; use a smaller --width or --scale"),
        ))
    }

    pub fn bytes(&self, story: &Story, request: &Request) -> Result<Vec<u8>, Text> {
        let scene = &story.scenes()[request.scene];
        let (locale, palette) = (request.locale, Palette::of(request.theme));
        Ok(match request.format {
            Format::Svg => {
                let (placed, frame) = place(story, request);
                let figure_id = |ix| story.figure(ix).id().to_string();
                match request.auto {
                    true => svg::write_auto(&placed, &frame, &scene.id, &figure_id),
                    false => svg::write(&placed, &frame, &palette, &scene.id, &figure_id),
                }
                .into_bytes()
            }
            Format::Smil => {
                let placed = place(story, request).0;
                smil::write(&placed, &palette, &scene.id, &|ix| story.figure(ix).id().to_string())
                    .into_bytes()
            }
            Format::Png => {
                let (placed, frame) = place(story, request);
                let pixels = raster::draw(&placed, &frame, &palette, request.scale, self.fonts())?;
                raster::png(&pixels, &placed, request.scale)?
            }
            Format::Gif | Format::Apng => self.animation(&place(story, request).0, request)?,
            Format::Pdf => {
                let (placed, frame) = place(story, request);
                self.fonts().cover(&frame).map_err(|missing| missing.message())?;
                let svg =
                    svg::write(&placed, &frame, &palette, &scene.id, &|ix| story.figure(ix).id().to_string());
                let at = Rect::new(0.0, 0.0, frame.width, frame.height);
                let tagged = Tagged::Figure(placed.description.clone());
                let part = Part { svg, at, tagged, entry: Some(placed.title.clone()) };
                let page = Page { width: frame.width, height: frame.height, parts: vec![part] };
                let about = About { title: placed.title, description: placed.description, locale };
                pdf::write(&[page], &about, self.fonts())?
            }
            Format::Storyboard => {
                let board = storyboard::pages(story, locale, request.theme, request.paper.paper());
                for frame in &board.frames {
                    self.fonts().cover(frame).map_err(|missing| missing.message())?;
                }
                self.fonts().cover_text(&board.words).map_err(|missing| missing.message())?;
                let about = About {
                    title: story.title().get(locale).to_string(),
                    description: story.expand_plain(story.subtitle(), locale),
                    locale,
                };
                pdf::write(&board.pages, &about, self.fonts())?
            }
            Format::Html => html::write(story, scene, &place(story, request).0, &palette).into_bytes(),
            Format::Csv => describe::csv(&describe::table(story, scene, locale)).into_bytes(),
            Format::Jsonld => json_ld::write(story, scene, locale).into_bytes(),
        })
    }
}

/// Returns of how many pictures a scene consists in the window that is asked for.
pub fn beats(story: &Story, request: &Request) -> usize {
    let viewport = Viewport { height: request.height, ..Viewport::new(request.width) };
    lay_out_beat(story, request.scene, request.beat, viewport, request.locale, &BuiltIn).beats
}

fn place(story: &Story, request: &Request) -> (PlacedScene, Frame) {
    let viewport = Viewport { height: request.height, ..Viewport::new(request.width) };
    let mut placed = lay_out_beat(story, request.scene, request.beat, viewport, request.locale, &BuiltIn);
    // a file goes its own ways: it says what it is a part of
    let whole = story.title().get(request.locale);
    if request.format != Format::Html && !placed.title.contains(whole) {
        placed.title = format!("{whole} · {}", placed.title);
    }
    let frame = frame_at(&placed, request.moment.unwrap_or(Seconds::new(placed.duration())));
    (placed, frame)
}
