//! A story to a pack for one platform: files that it takes as they are, and a report of each limit against the size.
//!
//! **Invariant**: all files are made and measured before the first is written; a pack that breaks a limit, or a rule
//! that has a validator, is not written.

mod packs;
mod pages;
mod report;
mod social;

use crate::build::inputs;
use crate::picture::{Desk, Request};
use crate::render::{self, ThemeName};
use crate::{files, language, stream, work};
use clap::{Args, ValueEnum};
use duoyuan::export::limits;
use duoyuan::export::limits::{Platform, What};
use duoyuan::export::validators::Faults;
use duoyuan::locale::{Locale, Text};
use duoyuan::site::publish::Input;
use duoyuan::site::Published;
use duoyuan::story::Story;
use duoyuan::theme::Theme;
use report::Line;
use std::path::PathBuf;
use std::sync::Mutex;

#[derive(Args)]
pub struct Options {
    /// Story folder or story.json.
    story: PathBuf,
    /// Who takes the files.
    #[arg(long = "for", value_enum)]
    platform: Target,
    /// Scene id, several ids with commas, or all.
    #[arg(long, default_value = "all")]
    scene: String,
    /// Language; the story's first where not said.
    #[arg(long, value_parser = language())]
    lang: Option<Locale>,
    #[arg(long, value_enum, default_value_t = ThemeName::Light)]
    theme: ThemeName,
    /// Address under which the files will be published, ending in /; without it feeds and AMP pages have relative
    /// addresses, and the report says so.
    #[arg(long, value_parser = base)]
    base: Option<String>,
    /// Folder.
    #[arg(short, value_parser = stream::folder())]
    output: PathBuf,
    /// Overwrite files that exist.
    #[arg(long)]
    force: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Target {
    /// 公众号: sections with an inline SVG that plays by itself, to be pasted one after another.
    Wechat,
    /// 头条号: PNG and GIF, 750 px wide.
    Toutiao,
    /// 百家号: PNG and GIF, 750 px wide.
    Baijiahao,
    /// A feed with pictures, sentences and tables.
    Rss,
    /// One AMP page.
    Amp,
    /// Blocks for the editor, with pictures.
    Wordpress,
    /// For the web desk: figures, SVG, animated SVG, PNG, tables, JSON-LD.
    Site,
    /// For the print desk: storyboards on A4 and on a newspaper's page, and a PDF and an SVG for each chapter.
    Print,
    /// For posts: each chapter 1:1 and 9:16, still and moving, with words to paste.
    Social,
}

impl Target {
    fn platform(self) -> Platform {
        match self {
            Target::Wechat => Platform::Wechat,
            Target::Toutiao => Platform::Toutiao,
            Target::Baijiahao => Platform::Baijiahao,
            Target::Rss => Platform::Rss,
            Target::Amp => Platform::Amp,
            Target::Wordpress => Platform::Wordpress,
            Target::Site => Platform::Site,
            Target::Print => Platform::Print,
            Target::Social => Platform::Social,
        }
    }
}

fn base(address: &str) -> Result<String, String> {
    let rest = address.strip_prefix("https://").or(address.strip_prefix("http://"));
    match rest {
        Some(host)
            if !host.is_empty() && host.ends_with('/') && !host.contains(['@', '"', '<', ' ', '?', '#']) =>
        {
            Ok(address.to_string())
        }
        _ => Err("以 http(s):// 开头、以 / 结尾的地址 · an address from http(s):// to a final /".into()),
    }
}

/// What a pack is made from.
struct Source<'a> {
    story: &'a Story,
    desk: &'a Desk,
    locale: Locale,
    theme: Theme,
    platform: Platform,
    base: Option<&'a str>,
    /// The story with what its newsroom says of itself, where pictures are more than its scenes.
    shown: Option<&'a Published>,
}

/// A file of a pack, with what has been measured.
struct Made {
    name: String,
    bytes: Vec<u8>,
    lines: Vec<Line>,
}

impl Source<'_> {
    /// A file whose sizes keep the platform's limits; the reason where one does not.
    fn measured(
        &self,
        name: String,
        bytes: Vec<u8>,
        sizes: &[(What, u64)],
        note: Option<Text>,
    ) -> Result<Made, Text> {
        let mut lines = Vec::new();
        for &(what, actual) in sizes {
            let limit = limits::of(self.platform, what);
            if let Some(limit) = limit.filter(|l| !l.takes(actual)) {
                return Err(limit.refuses(&name, actual));
            }
            lines.push(Line { file: name.clone(), what, actual, limit, note: None });
        }
        if let (Some(note), Some(line)) = (note, lines.first_mut()) {
            line.note = Some(note);
        }
        Ok(Made { name, bytes, lines })
    }
}

/// A fault in what we made ourselves is told as it is: nobody can work around it.
fn without_faults(name: &str, faults: Faults) -> Result<(), Text> {
    if faults.is_empty() {
        return Ok(());
    }
    let list = faults.join("; ");
    Err(Text::new(
        format!("{name} 不合已公布的规则：{list}"),
        format!("{name} breaks the published rules: {list}"),
    ))
}

fn published(input: Input) -> Published {
    let Input { story, settings, checks, .. } = input;
    Published { story, settings, checks, compiled: None, look: None, logo: None, has_cards: true }
}

pub fn run(options: &Options, quiet: bool) -> Result<(), Text> {
    let platform = options.platform.platform();
    let shown = match platform {
        Platform::Social => inputs::read(std::slice::from_ref(&options.story), &[])?.pop().map(published),
        _ => None,
    };
    let story = files::load(&options.story)?;
    let scenes = render::scenes(&story, &options.scene)?;
    let desk = Desk::default();
    let locale = render::languages(&story, options.lang.as_slice())?[0];
    let theme = options.theme.fixed()?;
    let (base, shown) = (options.base.as_deref(), shown.as_ref());
    let source = Source { story: &story, desk: &desk, locale, theme, platform, base, shown };
    let jobs: Vec<packs::Piece> = packs::pieces(&source, &scenes);
    let made: Mutex<Vec<(usize, Made)>> = Mutex::default();
    let numbered: Vec<(usize, &packs::Piece)> = jobs.iter().enumerate().collect();
    work::run(
        &numbered,
        quiet,
        |(_, piece)| piece.name.clone(),
        |(i, piece)| {
            let mut all = packs::make(&source, piece)?;
            let mut list = made.lock().unwrap_or_else(|e| e.into_inner());
            list.extend(all.drain(..).map(|m| (*i, m)));
            Ok(())
        },
    )?;
    let mut made = made.into_inner().unwrap_or_else(|e| e.into_inner());
    made.sort_by(|a, b| (a.0, &a.1.name).cmp(&(b.0, &b.1.name)));
    let lines: Vec<Line> = made.iter().flat_map(|(_, m)| m.lines.iter().cloned()).collect();
    let report = report::text(&source, &lines);
    let reports = [
        (options.output.join("report.txt"), report.clone()),
        (options.output.join("report.json"), report::json(&source, &lines)),
    ];
    let paths: Vec<PathBuf> = made.iter().map(|(_, m)| options.output.join(&m.name)).collect();
    if !options.force {
        files::none_exists(paths.iter().chain(reports.iter().map(|(path, _)| path)).map(PathBuf::as_path))?;
    }
    for ((_, file), path) in made.iter().zip(&paths) {
        files::write_whole(path, &file.bytes)?;
    }
    for (path, text) in &reports {
        files::write_whole(path, text.as_bytes())?;
    }
    if !quiet {
        print!("{report}");
    }
    Ok(())
}

/// Something that a pack of a platform measures, of a scene.
pub struct Size {
    pub scene: String,
    pub what: What,
    pub actual: u64,
    pub note: Option<Text>,
}

/// All sizes of a platform's pack of a whole story, or why it would not be written.
pub fn sizes(story: &Story, locale: Locale, theme: Theme, platform: Platform) -> Result<Vec<Size>, Text> {
    let desk = Desk::default();
    let source = Source { story, desk: &desk, locale, theme, platform, base: None, shown: None };
    let mut all = Vec::new();
    for (index, scene) in story.scenes().iter().enumerate() {
        for piece in packs::pieces(&source, &[index]) {
            let lines = packs::make(&source, &piece)?.into_iter().flat_map(|made| made.lines);
            all.extend(lines.map(|Line { what, actual, note, .. }| {
                let scene = scene.id.clone();
                Size { scene, what, actual, note }
            }));
        }
    }
    Ok(all)
}

/// A request for a picture of a pack.
fn request(source: &Source, scene: usize, width: f64, format: crate::picture::Format) -> Request {
    Request { scene, width, locale: source.locale, theme: source.theme, ..Request::of(format) }
}
