//! What `duoyuan serve` answers: the story that it was given, at `/`, wherever it stands and whatever its file is called.

use crate::support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

struct Served {
    process: Child,
    port: u16,
}

impl Served {
    fn new(story: &Path) -> Served {
        let site = support::folder("serve-site");
        std::fs::create_dir_all(site.join("pkg")).unwrap();
        let www = support::root().join("www");
        let pages = ["--site", site.to_str().unwrap(), "--www", www.to_str().unwrap()];
        Served::with(story, &pages)
    }

    /// With the pages of a published site; `assets`: the folder of their scripts.
    fn anywhere(story: &Path, assets: &Path) -> Served {
        Served::with(story, &["--assets", assets.to_str().unwrap()])
    }

    fn with(story: &Path, pages: &[&str]) -> Served {
        let mut process = Command::new(env!("CARGO_BIN_EXE_duoyuan"))
            .args(["serve", story.to_str().unwrap(), "--port", "0"])
            .args(pages)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().strip_prefix("http://localhost:").and_then(|rest| rest.strip_suffix('/'));
        Served { process, port: port.unwrap_or_else(|| panic!("it says {line:?}")).parse().unwrap() }
    }

    /// Status and body of an address.
    fn get(&self, address: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "GET /{address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let answer = String::from_utf8_lossy(&bytes);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_string())
    }

    /// The story that its pages are told of, by address and as the file that is there.
    fn story(&self) -> (String, String) {
        let (status, script) = self.get("element/first-story.js");
        assert_eq!(status, 200);
        let address =
            script.strip_prefix("export const FIRST = \"").and_then(|rest| rest.strip_suffix("\";\n"));
        let address = address.unwrap_or_else(|| panic!("{script}")).to_string();
        let (status, file) = self.get(&address);
        assert_eq!(status, 200, "{address}");
        (address, file)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn another_story_is_at_the_root_without_words_of_karamay() {
    let named = support::root().join("tests/fixtures/names/阅览室/春天.json");
    let served = Served::new(&named);
    let (address, file) = served.story();
    assert_eq!(address, "%E9%98%85%E8%A7%88%E5%AE%A4/%E6%98%A5%E5%A4%A9.json");
    assert_eq!(file, std::fs::read_to_string(&named).unwrap());
    for page in ["", "index.html", "?lang=en"] {
        let (status, body) = served.get(page);
        assert_eq!(status, 200);
        assert!(
            body.contains("<duoyuan-story") && !body.contains("克拉玛依") && !body.contains("karamay"),
            "{body}"
        );
    }
    // beside this story there are none
    for example in ["grammar/story.json", "charts/story.json", "schema/story.schema.json"] {
        assert_eq!(served.get(example).0, 200, "{example}");
    }
    assert_eq!(served.get("karamay/story.json").0, 404);
}

#[test]
fn a_folder_whose_name_is_taken_or_no_address_gets_another() {
    for name in ["pkg", "index.html", ".hidden", "a:b"] {
        let folder = support::folder("serve-names").join(name);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("story.json"), "{}").unwrap();
        let served = Served::new(&folder);
        assert_eq!(served.story(), ("story/story.json".to_string(), "{}".to_string()), "{name}");
    }
    // a copy of Karamay's story is not the one whose words the page has
    let copy = support::folder("serve-copy").join("karamay");
    std::fs::create_dir_all(&copy).unwrap();
    std::fs::write(copy.join("story.json"), "{}").unwrap();
    let served = Served::new(&copy);
    assert_eq!(served.story(), ("karamay/story.json".to_string(), "{}".to_string()));
    assert!(!served.get("").1.contains("克拉玛依"));
}

/// As a browser does it: several connections at once, each closed when its answer, which says so, has come whole.
/// Seen to fail: with connections that are kept open.
#[test]
fn connections_opened_together_are_all_answered() {
    let served = Served::new(&support::root().join("data/karamay"));
    let ask = |mut stream: TcpStream| {
        stream.set_read_timeout(Some(std::time::Duration::from_secs(20))).unwrap();
        stream.write_all(b"GET /page.css HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut lines = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert!(lines.read_line(&mut head).expect("an answer in time") > 0, "{head}");
        }
        assert!(head.starts_with("HTTP/1.1 200") && head.contains("Connection: close"), "{head}");
        let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: ")).unwrap();
        lines.read_exact(&mut vec![0; length.parse().unwrap()]).unwrap();
    };
    for _ in 0..5 {
        let streams: Vec<TcpStream> =
            (0..12).map(|_| TcpStream::connect(("127.0.0.1", served.port)).unwrap()).collect();
        std::thread::scope(|scope| {
            streams.into_iter().for_each(|stream| {
                scope.spawn(move || ask(stream));
            });
        });
    }
}

#[test]
fn karamay_has_its_own_page() {
    let served = Served::new(&support::root().join("data/karamay"));
    assert_eq!(served.story().0, "karamay/story.json");
    assert_eq!(
        served.get("").1,
        std::fs::read_to_string(support::root().join("www/pages/index.html")).unwrap()
    );
}

#[test]
fn away_from_the_project_the_pages_are_those_of_a_published_site_as_the_story_is_now() {
    let folder = support::folder("serve anywhere");
    let (story, assets) = (folder.join("books"), folder.join("assets"));
    assert!(support::duoyuan(&["new", story.to_str().unwrap(), "--quiet"]).status.success());
    std::fs::create_dir(&assets).unwrap();
    let names = [
        "player.wasm",
        "author.wasm",
        "engine.js",
        "duoyuan.js",
        "page.js",
        "frame.js",
        "embed.js",
        "page.css",
        "icon.svg",
    ];
    for name in names {
        std::fs::write(assets.join(name), name).unwrap();
    }
    std::fs::write(story.join("secret.txt"), "x").unwrap();
    std::fs::write(
        story.join("site.json"),
        r##"{"name": "The Valley Post", "theme": {"light": {"hue-1": "#7a0019"}}}"##,
    )
    .unwrap();
    let served = Served::anywhere(&story, &assets);
    let (status, page) = served.get("en.html");
    assert_eq!(status, 200);
    assert!(page.contains("The Valley Post") && page.contains("assets/live-reload.js"), "{page}");
    assert!(page.contains("src=\"example/story.json\"") && !page.contains("integrity"), "{page}");
    for address in [
        "",
        "example/",
        "example/en.html",
        "example/embed.html",
        "example/books/",
        "example/facts.html",
        "example/stills/books-720-zh-light.svg",
        "example/data/books-en.csv",
        "example/story.json",
        "example/sources.json",
        "example/series/books.csv",
        "example/look.css",
        "assets/page.css",
        "embed.html",
    ] {
        assert_eq!(served.get(address).0, 200, "{address}");
    }
    // the author's engine reads the plain files, so there is no compiled story that could be out of date
    for address in [
        "example/story.compiled",
        "example/secret.txt",
        "example/nothing/",
        "secret.txt",
        "assets/../books/story.json",
    ] {
        assert_eq!(served.get(address).0, 404, "{address}");
    }
    let path = story.join("story.json");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("Example: A Reading Room", "Changed")).unwrap();
    assert!(served.get("en.html").1.contains("<title>Changed"));
    // what is wrong is said by the page itself
    std::fs::write(&path, "{").unwrap();
    let (status, page) = served.get("en.html");
    assert_eq!(status, 200);
    assert!(page.contains("<duoyuan-story src=\"example/story.json\"") && page.contains("page.js"), "{page}");
    assert_eq!(served.get("example/story.json").1, "{");
}
