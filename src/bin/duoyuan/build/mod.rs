//! `duoyuan build`: stories to a folder that any web server can serve.
//!
//! | in the folder            | what                                                                          |
//! |--------------------------|-------------------------------------------------------------------------------|
//! | `index.html`, `en.html`  | the reading page of the only story, or a list of several                       |
//! | `ID/`                    | its reading pages, frame, compiled story, oEmbed answers                       |
//! | `ID/SCENE/`              | the frame of a scene in each language, and its oEmbed answers                  |
//! | `ID/stills/` `ID/cards/` | pictures of all scenes at rest; pictures for those who pass an address on      |
//! | `ID/data/`               | tables as CSV, and as linked data                                              |
//! | `ID/facts.html`          | the fact sheet, also as CSV                                                    |
//! | `assets-…/`              | scripts, styles and engines, named by what they hold                           |
//! | `duoyuan.js` `embed.js`  | entries whose addresses never change; `embed.html` shows any story of the site |
//! | `builder.html`           | writes the code that puts a story into an article; `limits.json`: what platforms take |
//! | `editor/`                | with `--editor`: the page on which stories are made                            |
//! | `manifest.json`          | every file with its checksum; heights of embeds                                |
//!
//! **Invariant**: everything is made before the first file is written, so that a broken story changes nothing; the same
//! stories, assets and fonts give the same bytes.

pub mod assets;
mod cards;
mod folder;
pub mod inputs;
mod limits;
mod watch;

use crate::work::Threads;
use crate::{files, language, stream};
use clap::Args;
use duoyuan::locale::{Locale, Text};
use duoyuan::site::editor_page;
use duoyuan::site::publish::{manifest, pages, twins, Files, Input};
use duoyuan::site::settings::is_base;
use std::path::PathBuf;
use std::time::Instant;

#[derive(Args)]
pub struct Options {
    /// Story folders or story.json files.
    #[arg(required = true)]
    stories: Vec<PathBuf>,
    /// Folder to write; what an earlier build wrote there is brought up to date.
    #[arg(short, value_parser = stream::folder())]
    output: PathBuf,
    /// Address under which it will be served, ending in /: cards, canonical links and oEmbed answers need it.
    #[arg(long, value_parser = base)]
    base: Option<String>,
    /// Languages to publish; those of each story where not said.
    #[arg(long, value_parser = language(), value_delimiter = ',')]
    lang: Vec<Locale>,
    /// Write each story also as one file that opens from disk: ID/single.html.
    #[arg(long)]
    inline: bool,
    /// Add the page on which stories are made: editor/index.html.
    #[arg(long)]
    editor: bool,
    /// A CSV table: the one story, with fields {{name}} in its files, is made for each row.
    #[arg(long)]
    each: Option<PathBuf>,
    /// Build again whenever a file of the stories changes, until stopped.
    #[arg(long)]
    watch: bool,
    /// Folder of the scripts, styles and engines.
    #[arg(long)]
    assets: Option<PathBuf>,
    /// Write into a folder that has files of another origin.
    #[arg(long)]
    force: bool,
}

fn base(address: &str) -> Result<String, String> {
    match is_base(address) {
        true => Ok(address.to_string()),
        false => Err("以 http(s):// 开头、以 / 结尾的地址 · an address from http(s):// to a final /".into()),
    }
}

pub fn run(options: &Options, quiet: bool) -> Result<(), Text> {
    let assets = assets::find(options.assets.as_deref())?;
    match options.watch {
        false => once(options, &assets, quiet),
        true => watch::again_and_again(&watched(options), || once(options, &assets, quiet)),
    }
}

/// The folders whose changes matter.
fn watched(options: &Options) -> Vec<PathBuf> {
    let folders = options.stories.iter().map(|story| files::folder(story));
    folders.chain(options.each.clone()).collect()
}

fn once(options: &Options, assets: &assets::Assets, quiet: bool) -> Result<(), Text> {
    let began = Instant::now();
    let before = folder::Before::read(&options.output, options.force)?;
    let inputs = match (&options.each, &options.stories[..]) {
        (None, stories) => inputs::read(stories, &options.lang)?,
        (Some(table), [story]) => inputs::read_each(story, table, &options.lang)?,
        (Some(_), _) => {
            return Err(Text::new("--each 只用于一个故事", "--each takes one story"));
        }
    };
    let made = site(assets, inputs, options, &before, quiet)?;
    for warning in &made.warnings {
        tell(warning, quiet);
    }
    let count = folder::write(&options.output, &made.files, &before)?;
    if !quiet {
        let (all, seconds) = (made.files.len(), began.elapsed().as_secs_f64());
        let out = options.output.display();
        eprintln!("{out}: {all} files, {count} written, {seconds:.1} s");
    }
    Ok(())
}

/// A site that is whole, and what its editor should know.
pub struct Site {
    pub files: Files,
    pub warnings: Vec<Text>,
}

/// Makes all files of a site.
fn site(
    assets: &assets::Assets,
    inputs: Vec<Input>,
    options: &Options,
    before: &folder::Before,
    quiet: bool,
) -> Result<Site, Text> {
    let mut warnings = Vec::new();
    let base = options.base.clone().or_else(|| inputs.iter().find_map(|input| input.settings.base.clone()));
    if base.is_none() {
        warnings.push(Text::new(
            "没有 --base：页面不写分享图片和 canonical，也没有 oEmbed；知道网址后加 --base https://…/ 再生成一次",
            "without --base the pages name no picture to share and no canonical address, and there is no oEmbed; build again with --base https://…/ when the address is known",
        ));
    }
    let links = pages::links(&inputs, base.as_deref());
    let (mut site, mut files) = pages::begin(&assets.files, inputs, base);
    files.extend(links.map(|table| ("links.csv".to_string(), table.into())));
    for shown in &mut site.stories {
        match cards::draw(shown, before, quiet)? {
            Ok(pictures) => {
                shown.has_cards = true;
                files.extend(pictures);
            }
            Err(missing) => warnings.push(missing),
        }
    }
    let heights = pages::make(&site, &mut files, &Threads { quiet })?;
    files.insert(limits::NAME.into(), limits::file(&site, before, quiet)?);
    if options.editor {
        editor_page::add(&assets.files, &site.assets.folder, &mut files);
    }
    if options.inline {
        pages::singles(&site, &assets.files, &mut files)?;
    }
    twins::add(&mut files, before, &Threads { quiet })?;
    files.insert("manifest.json".into(), manifest::text(&site, &heights, &files).into());
    Ok(Site { files, warnings })
}

fn tell(text: &Text, quiet: bool) {
    if !quiet {
        eprintln!("duoyuan: {}\nduoyuan: {}", text.zh(), text.en());
    }
}
