//! What `duoyuan build` writes: a complete site that stays as it is when a story is broken, and of which a second build
//! writes only what changed. The assets are a fixture: the browser tests look at the real ones.

use crate::support::{self, duoyuan};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

const NAMES: [&str; 12] = [
    "player.wasm",
    "author.wasm",
    "engine.js",
    "duoyuan.js",
    "page.js",
    "frame.js",
    "embed.js",
    "page.css",
    "icon.svg",
    "live-reload.js",
    "builder.js",
    "builder.css",
];

/// A folder with a new story and assets, and nothing of this repository.
struct Desk {
    folder: PathBuf,
}

impl Desk {
    fn new(name: &str) -> Desk {
        let folder = support::folder(&format!("publish {name}"));
        let assets = folder.join("assets");
        fs::create_dir(&assets).unwrap();
        for name in NAMES {
            fs::write(assets.join(name), format!("/* {name} */")).unwrap();
        }
        let desk = Desk { folder };
        assert!(duoyuan(&["new", desk.path("books").as_str(), "--quiet"]).status.success());
        desk
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).to_str().unwrap().to_string()
    }

    fn build(&self, more: &[&str]) -> Output {
        let (story, site, assets) = (self.path("books"), self.path("site"), self.path("assets"));
        let mut arguments = vec!["build", &story, "-o", &site, "--assets", &assets];
        arguments.extend(more);
        duoyuan(&arguments)
    }

    fn read(&self, name: &str) -> String {
        let path = self.folder.join("site").join(name);
        fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }

    fn edit(&self, name: &str, from: &str, to: &str) {
        let path = self.folder.join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{name} has no {from:?}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Every file below a folder, by path.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_string();
                all.insert(name, fs::read(path).unwrap());
            }
        }
    }
    all
}

/// What a page asks for, as paths from the root of the site; whole addresses are left out.
fn asked(page: &str, html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for attribute in [" href=\"", " src=\"", " srcset=\""] {
        for part in html.split(attribute).skip(1) {
            let address = part.split('"').next().unwrap().replace("&amp;", "&");
            if address.contains("://")
                || address.starts_with("data:")
                || address.starts_with('#')
                || address.ends_with("story.json")
            {
                continue;
            }
            let mut segments: Vec<&str> = page.split('/').collect();
            segments.pop();
            for segment in address.split('/') {
                match segment {
                    ".." => assert!(segments.pop().is_some(), "{page}: {address} leaves the site"),
                    other => segments.push(other),
                }
            }
            found.push(segments.join("/"));
        }
    }
    found
}

#[test]
fn a_site_has_every_file_that_its_pages_ask_for_and_its_manifest_names_all() {
    let desk = Desk::new("whole");
    let output = desk.build(&["--base", "https://news.example/graphics/"]);
    assert!(output.status.success(), "{}", said(&output));
    let files = tree(&desk.folder.join("site"));
    let mut pages = 0;
    for (name, bytes) in &files {
        let Some(page) = name.strip_suffix(".html").map(|_| String::from_utf8(bytes.clone()).unwrap()) else {
            continue;
        };
        pages += 1;
        for path in asked(name, &page) {
            let index = format!("{path}index.html");
            assert!(files.contains_key(&path) || files.contains_key(&index), "{name} asks for {path}");
        }
        // no style and no script that a browser runs, as a strict policy demands
        assert!(!page.contains("<style") && !page.contains(" style=\""), "{name}");
        let scripts = page.matches("<script").count();
        let data = page.matches("<script type=\"application/").count();
        assert_eq!(scripts - data, page.matches("<script type=\"module\" src=\"").count(), "{name}");
        let is_frame = page.contains("class=\"embed\"") || name == "builder.html";
        assert_eq!(page.contains("noindex"), is_frame, "{name}");
    }
    let scenes = support::files(&desk.folder.join("books"));
    let (story, _) = duoyuan::story::Story::load(&scenes).unwrap();
    // in two languages: reading pages at the root and in the story's folder, fact sheets, frames of the story and of its
    // scenes, also in the frozen folder; then the frame of any story, at the root, in the frozen folder and in latest/;
    // and the page that writes embed codes
    let frames = 2 + 2 * story.scenes().len();
    assert_eq!(pages, 2 + 2 + 2 + 2 * frames + 3 + 1);
    let frozen = manifest_folder(&desk);
    for name in ["duoyuan.js", "embed.js", "embed.html", "example/story.compiled"] {
        assert!(files.contains_key(&format!("latest/{name}")), "{name}");
        assert!(files.contains_key(&format!("{frozen}/{name}")), "{name}");
    }
    let page = files["example/index.html"].len();
    assert!(
        files["example/index.html.gz"].len() < page / 2 && files["example/index.html.br"].len() < page / 2
    );
    let manifest: serde_json::Value = serde_json::from_str(&desk.read("manifest.json")).unwrap();
    let named: Vec<&String> = manifest["files"].as_object().unwrap().keys().collect();
    let there: Vec<&String> = files.keys().filter(|name| *name != "manifest.json").collect();
    assert_eq!(named, there);
    assert_eq!(manifest["stories"]["example"]["languages"], serde_json::json!(["zh", "en"]));
    let height = &manifest["heights"]["example"]["*"]["en"]["720"];
    assert!(height.as_u64().is_some_and(|height| (300..4000).contains(&height)), "{height}");
}

/// The frozen folder.
fn manifest_folder(desk: &Desk) -> String {
    let manifest: serde_json::Value = serde_json::from_str(&desk.read("manifest.json")).unwrap();
    manifest["folder"].as_str().unwrap().to_string()
}

#[test]
fn pages_tell_search_engines_and_networks_what_they_are() {
    let desk = Desk::new("told");
    let settings = r##"{
        "name": {"zh": "山谷日报", "en": "The Valley Post"}, "home": "https://valley.example/",
        "byline": {"zh": "李明", "en": "Li Ming"}, "date": "2026-11-30",
        "theme": {"light": {"hue-1": "#7a0019"}},
        "footer": "© Valley <Post>"
    }"##;
    fs::write(desk.folder.join("site.json"), settings).unwrap();
    let output = desk.build(&["--base", "https://news.example/graphics/"]);
    assert!(output.status.success(), "{}", said(&output));
    let page = desk.read("example/en.html");
    for line in [
        "<html lang=\"en\">",
        "<title>Example: A Reading Room · The Valley Post</title>",
        "<link rel=\"canonical\" href=\"https://news.example/graphics/example/en.html\">",
        "<link rel=\"alternate\" hreflang=\"zh-Hans\" href=\"https://news.example/graphics/example/\">",
        "<meta property=\"og:site_name\" content=\"The Valley Post\">",
        "<meta property=\"og:url\" content=\"https://news.example/graphics/example/en.html\">",
        "<meta property=\"article:published_time\" content=\"2026-11-30\">",
        "\"@type\":\"NewsArticle\"",
        "<time datetime=\"2026-11-30\">",
        "© Valley &lt;Post&gt;",
    ] {
        assert!(page.contains(line), "no {line}");
    }
    // the page is the newsroom's: neither its title nor its words are of another story
    assert!(!page.contains("克拉玛依") && !page.to_lowercase().contains("karamay"));
    let look = page.split(" href=\"look-").nth(1).unwrap().split('"').next().unwrap();
    assert!(desk.read(&format!("example/look-{look}")).contains("--duoyuan-hue-1:#7a0019"));
    // every chapter is there without scripts
    let scenes = support::files(&desk.folder.join("books"));
    let (story, _) = duoyuan::story::Story::load(&scenes).unwrap();
    assert_eq!(page.matches("<table>").count(), story.scenes().len());
    let answer: serde_json::Value =
        serde_json::from_str(&desk.read(&format!("example/{}/oembed.json", story.scenes()[0].id))).unwrap();
    let html = answer["html"].as_str().unwrap();
    assert!(html.contains("src=\"https://news.example/graphics/example/"), "{html}");
    assert!(html.contains("data-duoyuan-heights=\"360:"), "{html}");
    let csv =
        fs::read(desk.folder.join(format!("site/example/data/{}-zh.csv", story.scenes()[0].id))).unwrap();
    assert!(csv.starts_with(&[0xef, 0xbb, 0xbf]), "spreadsheet programs take it for another encoding");
}

#[test]
fn a_second_build_writes_what_changed_and_a_broken_story_nothing() {
    let desk = Desk::new("again");
    assert!(desk.build(&[]).status.success());
    let site = desk.folder.join("site");
    let first = tree(&site);
    let output = desk.build(&[]);
    assert!(said(&output).contains("0 written"), "{}", said(&output));

    desk.edit("books/story.json", "\"示例：一间阅览室\"", "\"示例：新的阅览室\"");
    let output = desk.build(&[]);
    assert!(output.status.success(), "{}", said(&output));
    let second = tree(&site);
    let changed: Vec<&String> = second
        .iter()
        .filter(|(name, bytes)| first.get(*name) != Some(*bytes))
        .map(|(name, _)| name)
        .collect();
    assert!(
        changed.iter().any(|name| *name == "index.html")
            && changed.iter().all(|name| name.starts_with('v') || !name.contains("stills/")),
        "{changed:?}"
    );
    // a page that a reader has open asks for the compiled story that it names
    let compiled = |files: &BTreeMap<String, Vec<u8>>| {
        files.keys().filter(|name| name.starts_with("example/story-") && name.ends_with("compiled")).count()
    };
    assert_eq!((compiled(&first), compiled(&second)), (1, 2));

    // what a chart may not say is told to the editor, never to readers
    let file = desk.folder.join("books/story.json");
    let whole = fs::read_to_string(&file).unwrap();
    desk.edit(
        "books/story.json",
        "\"waffle\", \"figure\": \"children-share\"",
        "\"waffle\", \"figure\": \"members\"",
    );
    let output = desk.build(&[]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(tree(&site), second, "something was written");
    fs::write(&file, whole).unwrap();

    desk.edit("books/story.json", "\"format\": 2", "\"format\": 3");
    let output = desk.build(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("format"), "{}", said(&output));
    assert!(tree(&site) == second, "a broken story changed the site");
}

#[test]
fn builds_of_the_same_are_the_same_and_what_is_gone_from_the_story_goes() {
    let desk = Desk::new("same");
    assert!(desk.build(&["--lang", "en"]).status.success());
    let first = tree(&desk.folder.join("site"));
    assert!(first.keys().all(|name| !name.contains("-zh")), "a language that was not asked for");
    assert!(manifest_folder(&desk).starts_with("v0"), "{}", manifest_folder(&desk));
    assert!(desk.build(&["--lang", "zh"]).status.success());
    let second = tree(&desk.folder.join("site"));
    let is_gone = |name: &String| name.contains("-en-") || name.contains("-en.csv");
    assert!(second.keys().all(|name| name.starts_with('v') || !is_gone(name)), "what is gone stays");
    // what was frozen is still what it was
    let mut frozen = first.iter().filter(|(name, _)| name.starts_with('v'));
    assert!(frozen.all(|(name, bytes)| second.get(name) == Some(bytes)), "something frozen has changed");
    fs::remove_dir_all(desk.folder.join("site")).unwrap();
    assert!(desk.build(&["--lang", "en"]).status.success());
    assert!(tree(&desk.folder.join("site")) == first, "two builds of the same differ");
}

#[test]
fn a_folder_of_another_origin_is_left_alone_and_what_is_missing_is_named() {
    let desk = Desk::new("other");
    fs::create_dir(desk.folder.join("site")).unwrap();
    fs::write(desk.folder.join("site/mine.txt"), "mine").unwrap();
    let output = desk.build(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--force"), "{}", said(&output));
    assert!(desk.build(&["--force"]).status.success());
    assert!(desk.folder.join("site/mine.txt").exists());
    fs::remove_file(desk.folder.join("assets/player.wasm")).unwrap();
    assert!(said(&desk.build(&[])).contains("player.wasm"));
    fs::write(desk.folder.join("books/site.json"), r##"{"theme": {"light": {"ink": "#cccccc"}}}"##).unwrap();
    fs::write(desk.folder.join("assets/player.wasm"), "x").unwrap();
    let output = desk.build(&[]);
    assert!(said(&output).contains("contrast") && said(&output).contains("对比度"), "{}", said(&output));
}

#[test]
fn several_stories_have_a_list_and_may_not_share_an_id() {
    let desk = Desk::new("several");
    let (books, other, site, assets) =
        (desk.path("books"), desk.path("other"), desk.path("site"), desk.path("assets"));
    assert!(duoyuan(&["new", &other, "--languages", "ru", "--quiet"]).status.success());
    let both = ["build", &books, &other, "-o", &site, "--assets", &assets];
    assert!(said(&duoyuan(&both)).contains("example"));
    desk.edit("other/story.json", "\"id\": \"example\"", "\"id\": \"hall\"");
    let output = duoyuan(&both);
    assert!(output.status.success(), "{}", said(&output));
    let list = desk.read("index.html");
    assert!(
        list.contains("href=\"example/index.html\"") && list.contains("href=\"hall/index.html\""),
        "{list}"
    );
    assert!(list.contains("Пример: читальный зал"));
}

#[test]
fn statements_are_ticked_and_lose_their_tick_when_they_change() {
    let desk = Desk::new("facts");
    let story = desk.path("books");
    let facts = |more: &[&str]| {
        let mut arguments = vec!["facts", &story, "--lang", "en"];
        arguments.extend(more);
        let output = duoyuan(&arguments);
        assert!(output.status.success(), "{}", said(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let first = facts(&[]);
    let lines = first.lines().filter(|line| line.starts_with("[ ]")).count();
    let (loaded, _) = duoyuan::story::Story::load(&support::files(Path::new(&story))).unwrap();
    assert_eq!(lines, loaded.figures().len() + loaded.lists().len(), "{first}");
    assert_eq!(duoyuan(&["check", &story, "--facts"]).status.code(), Some(1));

    facts(&["--tick", "members,books-now", "--by", "Li Ming", "--on", "2026-11-30"]);
    assert_eq!(facts(&[]).matches("[x]").count(), 2);
    facts(&["--tick", "all", "--by", "Wang Fang", "--on", "2026-11-30"]);
    assert_eq!(duoyuan(&["check", &story, "--facts"]).status.code(), Some(0));

    desk.edit("books/story.json", "\"value\": 300", "\"value\": 400");
    let changed = facts(&[]);
    // the share of these members still says the same, so it keeps its tick
    assert_eq!(changed.matches("[~]").count(), 1, "{changed}");
    assert!(changed.contains("[~] members") && changed.contains("300"), "{changed}");
    let due = duoyuan(&["check", &story, "--facts"]);
    assert_eq!(due.status.code(), Some(1));
    assert!(String::from_utf8(due.stdout).unwrap().contains("members"));
    assert!(!duoyuan(&["facts", &story, "--tick", "nothing", "--by", "x"]).status.success());

    // readers see what is checked and when; who has checked it stays in the newsroom
    assert!(desk.build(&[]).status.success());
    let page = desk.read("example/facts-en.html");
    assert!(page.contains("not checked yet") && page.contains("checked 30 November 2026"), "{page}");
    assert!(!page.contains("Wang Fang") && !desk.read("example/facts.csv").contains("Wang Fang"));
    assert!(facts(&["--format", "html"]).contains("Wang Fang"));
    assert!(page.contains("how much more is not said") && page.contains("Readers: picture"), "{page}");
}

#[test]
fn one_graphic_is_made_for_each_place_with_a_list_of_links() {
    let desk = Desk::new("each");
    desk.edit("books/story.json", "\"id\": \"example\"", "\"id\": \"rooms-{{code}}\"");
    desk.edit("books/story.json", "Example: A Reading Room", "The reading room of {{place}}");
    desk.edit("books/story.json", "\"value\": 12000", "\"value\": {{books}}");
    fs::write(
        desk.folder.join("places.csv"),
        "code,place,books\na,\"North \"\"Hill\"\"\",8000\nb,South,9500\n",
    )
    .unwrap();
    let table = desk.path("places.csv");
    let output = desk.build(&["--each", &table, "--base", "https://news.example/"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(desk.read("rooms-a/en.html").contains("The reading room of North &quot;Hill&quot;"));
    assert!(
        desk.read("rooms-b/facts-en.csv").contains("9,500")
            || desk.read("rooms-b/facts-en.csv").contains("9500")
    );
    assert!(desk.read("index.html").contains("The reading room of South"));
    let links = desk.read("links.csv");
    assert!(
        links.contains("South,9500,https://news.example/rooms-b/,https://news.example/rooms-b/embed.html"),
        "{links}"
    );
    // a mistake is reported with the row of the table
    fs::write(desk.folder.join("places.csv"), "code,place,books\na,North,8000\nb,South,many\n").unwrap();
    let output = desk.build(&["--each", &table]);
    assert!(said(&output).contains("places.csv:3"), "{}", said(&output));
    fs::write(desk.folder.join("places.csv"), "code,place\na,North\n").unwrap();
    assert!(said(&desk.build(&["--each", &table])).contains("books"));
}

#[test]
fn a_watched_story_is_built_again_after_each_change_and_after_a_mistake() {
    let desk = Desk::new("watch");
    let (story, site, assets) = (desk.path("books"), desk.path("site"), desk.path("assets"));
    let mut process = std::process::Command::new(env!("CARGO_BIN_EXE_duoyuan"))
        .args(["build", &story, "-o", &site, "--assets", &assets, "--watch", "--quiet"])
        .spawn()
        .unwrap();
    let page = desk.folder.join("site/index.html");
    let says = |words: &str| {
        let end = std::time::Instant::now() + std::time::Duration::from_secs(60);
        while std::time::Instant::now() < end {
            if fs::read_to_string(&page).is_ok_and(|text| text.contains(words)) {
                return true;
            }
            std::thread::park_timeout(std::time::Duration::from_millis(20));
        }
        false
    };
    let first = says("示例：一间阅览室");
    desk.edit("books/story.json", "\"format\": 2", "\"format\": 3");
    desk.edit("books/story.json", "示例：一间阅览室", "示例：新的阅览室");
    desk.edit("books/story.json", "\"format\": 3", "\"format\": 2");
    let second = says("示例：新的阅览室");
    process.kill().unwrap();
    process.wait().unwrap();
    assert!(first && second, "{first} {second}");
}
