//! Scenes to files.
//!
//! **Invariant**: nothing is overwritten without `--force`; a file appears whole or not at all.

use crate::{check, files, Lang};
use clap::{Args, ValueEnum};
use duoyuan::layout::{lay_out, Viewport};
use duoyuan::paint::{html, jsonld, svg};
use duoyuan::scene::{describe, frame_at};
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;
use duoyuan::theme::Theme;
use duoyuan::units::Seconds;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Args)]
pub struct Options {
    /// Story folder or story.json.
    story: PathBuf,
    /// Scene id, or all.
    #[arg(long, default_value = "all")]
    scene: String,
    /// Moment: rest, or seconds since the scene began.
    #[arg(long, default_value = "rest")]
    at: String,
    /// Width in CSS px, 280 to 8192.
    #[arg(long, default_value_t = 720.0)]
    width: f64,
    #[arg(long, value_enum, default_value_t = Lang::Zh)]
    lang: Lang,
    #[arg(long, value_enum, default_value_t = ThemeName::Light)]
    theme: ThemeName,
    #[arg(long, value_enum, default_value_t = Format::Svg)]
    format: Format,
    /// File, `-` for standard output, or a folder where all scenes are drawn.
    #[arg(short, default_value = "-")]
    output: String,
    /// Overwrite files that exist.
    #[arg(long)]
    force: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum ThemeName {
    Light,
    Dark,
    Contrast,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Svg,
    Html,
    Csv,
    Jsonld,
}

impl Format {
    fn ending(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            Format::Html => "html",
            Format::Csv => "csv",
            Format::Jsonld => "jsonld",
        }
    }
}

pub fn run(options: &Options) -> ExitCode {
    match render(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("duoyuan: {message}");
            ExitCode::from(2)
        }
    }
}

fn render(options: &Options) -> Result<(), String> {
    let read = files::read(&options.story)?;
    let locale = options.lang.locale();
    let (story, _) = Story::load(&read).map_err(|problems| {
        let folder = files::folder(&options.story);
        let lines: Vec<String> = problems.iter().map(|p| check::line(p, &folder, locale)).collect();
        format!("the story has problems\n{}", lines.join("\n"))
    })?;
    let theme = match options.theme {
        ThemeName::Light => Theme::Light,
        ThemeName::Dark => Theme::Dark,
        ThemeName::Contrast => Theme::Contrast,
    };
    let moment = match options.at.as_str() {
        "rest" => None,
        seconds => {
            let value: f64 =
                seconds.parse().map_err(|_| format!("--at takes rest or seconds, not {seconds:?}"))?;
            Some(Seconds::new(value))
        }
    };
    let scenes: Vec<usize> = match options.scene.as_str() {
        "all" => (0..story.scenes().len()).collect(),
        id => vec![story.find_scene(id).ok_or_else(|| {
            let known: Vec<&str> = story.scenes().iter().map(|s| s.id.as_str()).collect();
            format!("there is no scene {id:?}; the story has: {}", known.join(", "))
        })?],
    };
    for &index in &scenes {
        let scene = &story.scenes()[index];
        let placed = || lay_out(&story, index, Viewport::new(options.width), locale, theme, &BuiltIn);
        let text = match options.format {
            Format::Svg => {
                let placed = placed();
                let frame = frame_at(&placed, moment.unwrap_or(Seconds::new(placed.duration())));
                svg::write(&placed, &frame, &scene.id, &|ix| story.figure(ix).id().to_string())
            }
            Format::Html => html::write(&story, scene, &placed()),
            Format::Csv => describe::csv(&describe::table(&story, scene, locale)),
            Format::Jsonld => jsonld::write(&story, scene, locale),
        };
        if options.output == "-" {
            std::io::stdout().write_all(text.as_bytes()).map_err(|e| e.to_string())?;
            continue;
        }
        let mut path = PathBuf::from(&options.output);
        if scenes.len() > 1 || path.is_dir() {
            path = path.join(format!("{}.{}", scene.id, options.format.ending()));
        }
        if path.exists() && !options.force {
            return Err(format!("{} exists; use --force to overwrite it", path.display()));
        }
        files::write_whole(&path, text.as_bytes())?;
    }
    Ok(())
}
