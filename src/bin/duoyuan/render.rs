//! Scenes to files.
//!
//! **Invariant**: nothing is overwritten without `--force`; a file appears whole or not at all.

use crate::picture::{beats, Desk, Format, PageName, Request};
use crate::stream::{self, Output};
use crate::{files, language, work};
use clap::{Args, ValueEnum};
use duoyuan::export::animation::Plays;
use duoyuan::export::raster::{Scale, MAX_SIDE};
use duoyuan::geometry::Seconds;
use duoyuan::layout::MIN_WIDTH;
use duoyuan::locale::{Locale, Text};
use duoyuan::story::Story;
use duoyuan::theme::Theme;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Lowest window in CSS px.
const MIN_HEIGHT: f64 = 100.0;

#[derive(Args)]
pub struct Options {
    /// Story folder or story.json; `-` is a story.json on standard input, its other files in the working folder.
    story: PathBuf,
    /// Scene id, several ids with commas, or all.
    #[arg(long, default_value = "all")]
    scene: String,
    /// Moment: rest, or seconds since the scene began.
    #[arg(long, default_value = "rest")]
    at: String,
    /// Widths in CSS px, 280 to 8192; several with commas.
    #[arg(long, default_value = "720", value_delimiter = ',')]
    width: Vec<f64>,
    /// CSS px that a page gives the picture, whose heading it shows itself; without it the picture carries its heading
    /// and is as high as it needs to be.
    #[arg(long)]
    height: Option<f64>,
    /// Which picture of a scene that needs several for a window of this height, from 1 on.
    #[arg(long, default_value_t = 1, requires = "height")]
    beat: usize,
    /// Languages; several with commas. The story's first where not said.
    #[arg(long, value_parser = language(), value_delimiter = ',')]
    lang: Vec<Locale>,
    /// Themes; several with commas.
    #[arg(long, value_enum, default_value = "light", value_delimiter = ',')]
    theme: Vec<ThemeName>,
    /// Formats; several with commas.
    #[arg(long, value_enum, default_value = "svg", value_delimiter = ',')]
    format: Vec<Format>,
    /// Pixels a CSS px of pictures made of pixels, 0.25 to 8; 2 for png, 1 for gif and apng where not said.
    #[arg(long)]
    scale: Option<f64>,
    /// How often a gif or apng plays.
    #[arg(long, value_enum, default_value_t = Loop::Once)]
    r#loop: Loop,
    /// Largest gif or apng in bytes; a larger one is made again with fewer pictures, or refused.
    #[arg(long, default_value_t = 10_000_000)]
    limit: usize,
    /// Paper of a storyboard.
    #[arg(long, value_enum, default_value = "a4", value_delimiter = ',')]
    page: Vec<PageName>,
    /// File, `-` for standard output, or a folder. In a folder a picture is SCENE.FORMAT, and what was asked for more
    /// than once stands in its name: SCENE-WIDTH-LANG-THEME.FORMAT.
    #[arg(short, default_value = "-")]
    output: Output,
    /// Overwrite files that exist.
    #[arg(long)]
    force: bool,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Loop {
    Once,
    Forever,
}

impl Loop {
    fn plays(self) -> Plays {
        match self {
            Loop::Once => Plays::Once,
            Loop::Forever => Plays::Forever,
        }
    }
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub enum ThemeName {
    Light,
    Dark,
    Contrast,
    /// Light or dark as the reader's system is; svg only.
    Auto,
}

impl ThemeName {
    fn theme(self) -> Theme {
        match self {
            ThemeName::Light | ThemeName::Auto => Theme::Light,
            ThemeName::Dark => Theme::Dark,
            ThemeName::Contrast => Theme::Contrast,
        }
    }

    /// One theme, where a media query cannot choose.
    pub fn fixed(self) -> Result<Theme, Text> {
        match self {
            ThemeName::Auto => Err(message(
                "导出请写 --theme light、dark 或 contrast".into(),
                "an export takes --theme light, dark or contrast".into(),
            )),
            other => Ok(other.theme()),
        }
    }

    fn name(self) -> &'static str {
        match self {
            ThemeName::Auto => "auto",
            other => other.theme().name(),
        }
    }
}

/// A message with the user's own word in it.
fn message(zh: String, en: String) -> Text {
    Text::new(zh, en)
}

pub fn run(options: &Options, quiet: bool) -> Result<(), Text> {
    let story = files::load(&options.story)?;
    let requests = requests(&story, options)?;
    let desk = Desk::default();
    let Output::File(output) = &options.output else {
        if requests.len() > 1 && requests.iter().any(|(r, _)| !r.format.is_text()) {
            return Err(message(
                "标准输出只能放一张图；多张请用 -o 指定文件夹".into(),
                "standard output takes one picture; for several name a folder with -o".into(),
            ));
        }
        for (request, name) in &requests {
            has_beat(&story, request, options.beat, name)?;
            stream::write_standard(&desk.bytes(&story, request)?)?;
        }
        return Ok(());
    };
    let named_as_folder = output.as_os_str().as_encoded_bytes().ends_with(b"/");
    let in_folder = requests.len() > 1 || output.is_dir() || named_as_folder;
    let jobs: Vec<(Request, PathBuf)> = requests
        .into_iter()
        .map(|(r, name)| (r, if in_folder { output.join(name) } else { output.clone() }))
        .collect();
    for (request, path) in &jobs {
        has_beat(&story, request, options.beat, &name_of(path))?;
    }
    if !options.force {
        files::none_exists(jobs.iter().map(|(_, path)| path.as_path()))?;
    }
    let name = |job: &(Request, PathBuf)| name_of(&job.1);
    work::run(&jobs, quiet, name, |(request, path)| files::write_whole(path, &desk.bytes(&story, request)?))
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Everything asked for, each with its name in a folder.
fn requests(story: &Story, options: &Options) -> Result<Vec<(Request, String)>, Text> {
    for width in &options.width {
        if !(MIN_WIDTH..=MAX_SIDE as f64).contains(width) {
            return Err(message(
                format!("--width 应在 {MIN_WIDTH} 到 {MAX_SIDE} 之间，不能是 {width}"),
                format!("--width goes from {MIN_WIDTH} to {MAX_SIDE}, not {width}"),
            ));
        }
    }
    if let Some(height) = options.height.filter(|height| !(MIN_HEIGHT..=MAX_SIDE as f64).contains(height)) {
        return Err(message(
            format!("--height 应在 {MIN_HEIGHT} 到 {MAX_SIDE} 之间，不能是 {height}"),
            format!("--height goes from {MIN_HEIGHT} to {MAX_SIDE}, not {height}"),
        ));
    }
    let moment = moment(&options.at)?;
    if let Some(format) = options.format.iter().find(|f| f.moves() && moment.is_some()) {
        let name = format.ending();
        return Err(message(
            format!("{name} 是整段入场动画，没有 --at 可选；要某一刻的画面请用 png 或 svg"),
            format!("{name} shows the whole entrance, so there is no --at to choose; for one moment take png or svg"),
        ));
    }
    let still_svg = |f: &Format| *f == Format::Svg || !f.is_drawn();
    if options.theme.contains(&ThemeName::Auto) && !options.format.iter().all(still_svg) {
        return Err(message(
            "--theme auto 靠媒体查询切换深浅，只用于 svg；其余格式请写 light、dark 或 contrast".into(),
            "--theme auto is a media query and works for svg only; for other formats say light, dark or contrast"
                .into(),
        ));
    }
    let mut out = Vec::new();
    let mut names = BTreeSet::new();
    let languages = languages(story, &options.lang)?;
    for scene in scenes(story, &options.scene)? {
        for &width in &options.width {
            for &locale in &languages {
                for theme in &options.theme {
                    for &format in &options.format {
                        let pages =
                            if format == Format::Storyboard { &options.page[..] } else { &[PageName::A4] };
                        for &paper in pages {
                            let auto = *theme == ThemeName::Auto;
                            let theme = theme.theme();
                            let scale = scale(options, format)?;
                            let (plays, limit) = (options.r#loop.plays(), options.limit);
                            let request = Request {
                                scene,
                                width,
                                height: options.height,
                                beat: options.beat.saturating_sub(1),
                                locale,
                                theme,
                                auto,
                                format,
                                moment,
                                scale,
                                paper,
                                plays,
                                limit,
                            };
                            let name = file_name(story, &request, options);
                            // a table is the same at every width, a storyboard for every scene
                            if names.insert(name.clone()) {
                                out.push((request, name));
                            }
                        }
                    }
                }
            }
        }
    }
    Ok(out)
}

/// Refuses a picture beyond those that a scene has in its window: the last one repeated would pass for another.
fn has_beat(story: &Story, request: &Request, beat: usize, file: &str) -> Result<(), Text> {
    if beat == 1 || !request.format.is_drawn() {
        return Ok(());
    }
    let has = beats(story, request);
    match has {
        _ if (1..=has).contains(&beat) => Ok(()),
        1 => Err(message(
            format!("{file}：这一章在这个高度只有1幅图，没有第 {beat} 幅（--beat）"),
            format!("{file}: the scene has 1 picture at this height, so there is no --beat {beat}"),
        )),
        _ => Err(message(
            format!("{file}：这一章在这个高度有 {has} 幅图，没有第 {beat} 幅（--beat）"),
            format!("{file}: the scene has {has} pictures at this height (--beat 1 to {has}), so there is no --beat {beat}"),
        )),
    }
}

fn scale(options: &Options, format: Format) -> Result<Scale, Text> {
    let value = options.scale.unwrap_or(format.usual_scale().get());
    Scale::new(value).ok_or_else(|| {
        message(
            format!("--scale 应在 0.25 到 8 之间，不能是 {value}"),
            format!("--scale goes from 0.25 to 8, not {value}"),
        )
    })
}

fn file_name(story: &Story, request: &Request, options: &Options) -> String {
    let format = request.format;
    let mut name = story.scenes()[request.scene].id.clone();
    if format == Format::Storyboard {
        name = format!("{}-{}", story.id(), request.paper.name());
    } else if options.width.len() > 1 && format.is_drawn() {
        name.push_str(&format!("-{}", request.width));
    }
    if options.lang.len() > 1 {
        name.push_str(&format!("-{}", request.locale.code()));
    }
    if options.theme.len() > 1 && format.is_drawn() {
        name.push_str(&format!(
            "-{}",
            if request.auto { ThemeName::Auto.name() } else { request.theme.name() }
        ));
    }
    format!("{name}.{}", format.ending())
}

fn moment(at: &str) -> Result<Option<Seconds>, Text> {
    match at {
        "rest" => Ok(None),
        seconds => match seconds.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(Some(Seconds::new(value))),
            _ => Err(message(
                format!("--at 应为 rest 或秒数，不能是“{seconds}”"),
                format!("--at takes rest or seconds, not {seconds:?}"),
            )),
        },
    }
}

/// The wanted languages, or the story's first; refused where the story does not have them.
pub fn languages(story: &Story, wanted: &[Locale]) -> Result<Vec<Locale>, Text> {
    let all = story.languages();
    if let Some(absent) = wanted.iter().find(|locale| !all.contains(locale)) {
        let names: Vec<&str> = all.iter().map(|locale| locale.code()).collect();
        return Err(message(
            format!("故事没有 {} 文字；--lang 可写 {}", absent.code(), names.join("、")),
            format!("the story has no text in {}; --lang takes {}", absent.code(), names.join(", ")),
        ));
    }
    Ok(if wanted.is_empty() { all[..1].to_vec() } else { wanted.to_vec() })
}

/// Indices of the scenes that were named.
pub fn scenes(story: &Story, wanted: &str) -> Result<Vec<usize>, Text> {
    if wanted == "all" {
        return Ok((0..story.scenes().len()).collect());
    }
    wanted
        .split(',')
        .map(|id| {
            story.find_scene(id).ok_or_else(|| {
                let known: Vec<&str> = story.scenes().iter().map(|s| s.id.as_str()).collect();
                message(
                    format!("没有章节“{id}”；这篇故事有：{}", known.join("、")),
                    format!("there is no scene {id:?}; the story has: {}", known.join(", ")),
                )
            })
        })
        .collect()
}
