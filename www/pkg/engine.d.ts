/**
 * The plain files of a story, until they are opened.
 */
export class Draft {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Which charts take these statements, ids one a line, and why the others do not, as JSON. `engine` then has a chapter for each that
     * takes them all, in the order of the answer.
     */
    accepts(ids: string, lang: string, engine: Engine): string;
    /**
     * Takes a file of the story's folder: `story.json`, `sources.json`, `series/x.csv`.
     */
    add(name: string, bytes: Uint8Array | number[]): void;
    /**
     * The files of a small example in these languages, codes with commas, as JSON: `{name: text}`.
     */
    static example(languages: string): string;
    /**
     * How a sentence with `{id}` reads; empty while the story cannot be read.
     */
    expand(text: string, lang: string): string;
    /**
     * The fact sheet as CSV or, for any other format, as a table in HTML.
     */
    facts(lang: string, format: string): string;
    /**
     * A file of a chapter: `svg` is its picture at rest, `width` CSS px wide, in a theme; `csv` its table, `jsonld` the same as linked
     * data. Empty where there is no such chapter.
     */
    file_of(scene: number, format: string, lang: string, width: number, theme: string): string;
    /**
     * Names of what a story's file can say, as JSON: see `editor::words`.
     */
    static format_words(lang: string): string;
    /**
     * Names of the files still needed, one a line.
     */
    missing(): string;
    constructor();
    /**
     * Reads and checks the files and shows their story in an engine, which keeps the one before where they have errors. The answer is
     * JSON with `ok`, `diagnostics` and `story`.
     */
    open(engine: Engine): string;
    /**
     * The amounts of a text as JSON, places in bytes: see `recognise::written`.
     */
    static recognised(text: string, lang: string): string;
    /**
     * Takes a file away.
     */
    remove(name: string): void;
    /**
     * A spreadsheet or a text of any encoding as rows of cells: JSON with `sheets`, `sheet`, `rows`, or with `error` in two languages.
     */
    static spreadsheet_rows(bytes: Uint8Array | number[], sheet: string): string;
    /**
     * Every statement of the story in words, as JSON; an empty list while it cannot be read.
     */
    statements(lang: string): string;
    /**
     * The JSON Schema of a story's files.
     */
    static story_schema(): string;
    /**
     * The file of ticks with these statements, ids one a line, ticked by somebody on a day, YYYY-MM-DD; without a name their ticks are
     * taken back.
     */
    tick(ids: string, by: string, on: string): string;
    /**
     * As `open`, but a story with mistakes is shown too where it can be drawn: `shown` says so.
     */
    try_open(engine: Engine): string;
}

export class Engine {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * "play", "pause" or "rest".
     */
    ask(what: string): void;
    /**
     * Of how many beats the current scene consists in this view.
     */
    beats(): number;
    /**
     * The current scene begins: it plays, or stands at rest when it was seen or nothing may move.
     */
    begin(): void;
    /**
     * What a page has beside its pictures, CSS px, all of it painted with them: from the window's edge to the picture at its
     * left and at its right, and the width of the text at the left; 0: nothing. `below`: by how much a picture may be higher
     * that no sentence is read beside.
     */
    beside(left: number, right: number, text: number, below: number): void;
    /**
     * Left, top, width and height at rest of each datum of the current scene, in CSS px.
     */
    boxes(): Float64Array;
    /**
     * Chooses one of the lists that a scene compares, by its place among them. `lay` follows.
     */
    choose(scene: number, list: number): void;
    /**
     * Whether nothing may move, and whether anybody can see it.
     */
    circumstances(still: boolean, in_sight: boolean): void;
    /**
     * The reader leaves the current scene at `seconds`: the next `lay` begins with the marks that show at that moment.
     */
    depart(seconds: number): void;
    /**
     * Writes the frame at `seconds` as the values of `render::display_list`; returns their number, 0 before the first scene.
     */
    draw(seconds: number): number;
    /**
     * As `draw`, for a file: the values also say which datum follows.
     */
    draw_data(seconds: number): number;
    /**
     * As `draw`, the moment that `shown` says, which then need not go out and come back as an object of JavaScript's.
     */
    draw_shown(): number;
    /**
     * Seconds from the scene's beginning to rest.
     */
    duration(): number;
    /**
     * Shows of a scene with tiles what the reader looks for: those of a theme (negative: all), with these words; or the
     * series that are opened, ids with a NUL between them. `height`: CSS px of its picture in a page's window; 0: as of
     * every scene. `lay` follows.
     */
    explore(scene: number, theme: number, search: string, opened: string, height: number): void;
    /**
     * What stands beside the tiles of a scene, as JSON: see `describe::explore`. `null` where it has none.
     */
    explored(scene: number): string;
    /**
     * How much of the scene has gone by at that moment, in fiftieths: a whole number, as this is asked with every frame.
     */
    fiftieths(): number;
    /**
     * Goes to a beat of a scene: `false` when it is on show. A transition begins with the marks that show now.
     * `lay` and `begin` follow.
     */
    go(index: number, beat: number): boolean;
    /**
     * The guess of a scene: `stage` 0 shows the answer, 1 waits at a value, 2 shows the answer with the value beside it.
     * The value becomes the nearest one of the scale. `lay` follows.
     */
    guess(scene: number, stage: number, value: number): void;
    /**
     * The value that a point of the picture stands for while its guess waits, in CSS px; no number elsewhere.
     */
    guess_at(x: number, y: number): number;
    /**
     * Left, top, width and height of where the guess is dragged, and the middle of its handle; empty where it is not in
     * this picture, or not waiting.
     */
    guess_place(): Float64Array;
    /**
     * A value of a scene's scale in words, as JSON: with its unit, as the reader's own, and judged.
     */
    guess_told(scene: number, value: number): string;
    /**
     * CSS px of the current scene; 0 before the first.
     */
    height(): number;
    /**
     * Lays a beat of a scene out and makes it current. One that is on show in this view already stays as it is, unless it came by a
     * transition: laid out again, it begins by itself.
     */
    lay(index: number, beat: number): void;
    /**
     * The memory that the values are in.
     */
    memory(): any;
    constructor();
    /**
     * What the page around wants in place of the theme's colours: 0xRRGGBB or, for what stays, a negative number, in the order
     * of `Role::ALL`.
     */
    own(colours: Int32Array | number[]): void;
    /**
     * Index of the datum at a point in CSS px, or -1.
     */
    pick(x: number, y: number, seconds: number): number;
    /**
     * Left, top, width and height in CSS px of a datum at `seconds`; empty while it does not show.
     */
    place(datum: number, seconds: number): Float64Array;
    /**
     * Shows a compiled story; `false`, and the one before stays, where the bytes are none of this version.
     */
    read(bytes: Uint8Array | number[]): boolean;
    /**
     * The same moment in another view.
     */
    relaid(): void;
    /**
     * Paints the whole frame at `seconds` since the scene began. The canvas is as wide as the picture with what the page
     * has beside it, at `dpr` device px a CSS px; what was on it is painted over.
     */
    render(context: CanvasRenderingContext2D, dpr: number, seconds: number): void;
    /**
     * Stands still at a moment, in seconds since the scene began.
     */
    seek(seconds: number): void;
    /**
     * The first of the scene's sentences that is read beside the current picture, and the first that no longer is.
     */
    sentences(): Uint32Array;
    /**
     * What `render` would draw, as JSON, for tests: one entry a primitive.
     */
    shape(seconds: number): string;
    /**
     * The moment to be drawn, in seconds since the scene began.
     */
    shown(): number;
    /**
     * Whether the picture on show has the figure that its scene asks for.
     */
    shows_guess(): boolean;
    /**
     * 0 at rest, 1 playing, 2 paused: a number, as this is asked with every frame.
     */
    state(): number;
    /**
     * What ground and ink are on the reader's system (0xRRGGBB), for the contrast theme; `forced`: there are no others.
     */
    system(surface: number, ink: number, forced: boolean): void;
    /**
     * The texts and fonts that values name by number, from a number on, a NUL before each.
     */
    texts(from: number): string;
    /**
     * The clock shows `now`, in milliseconds as animation frames have it; `true` when the next scene is due.
     */
    tick(now: number): boolean;
    /**
     * The words of the current scene, as JSON: see `paint::told`.
     */
    told(): string;
    /**
     * From now on the story plays by itself, each finished scene staying `stay` seconds; a negative number ends that.
     */
    tour(stay: number): void;
    /**
     * Whether the story plays by itself.
     */
    touring(): boolean;
    /**
     * For tests: stops as a fault of our own would, and poisons this instance as one would.
     */
    trap(): void;
    /**
     * Where in `memory` the values of the last `draw` begin, in bytes.
     */
    values(): number;
    /**
     * Sets what pictures are made for. Unknown languages and themes keep the one before. Another theme is only other
     * colours: what is laid out stays. `height`: CSS px that the page gives a picture whose heading it shows itself; 0:
     * the picture carries its heading and is as high as it needs to be.
     */
    view(width: number, height: number, text_scale: number, lang: string, theme: string): void;
    /**
     * Whether the clock has to be told with the next animation frame.
     */
    wants_frames(): boolean;
    /**
     * What the page shows around the scenes, as JSON: see `paint::told`.
     */
    whole(): string;
}

/**
 * A site that is being made.
 */
export class SiteBuilder {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Takes a script, style or engine of every site.
     */
    add_asset(name: string, bytes: Uint8Array | number[]): void;
    /**
     * Takes one of them, as PNG.
     */
    add_picture(path: string, bytes: Uint8Array | number[]): void;
    /**
     * Reads and checks the story; empty, or why there can be no site, in Chinese and English.
     */
    begin(draft: Draft): string;
    /**
     * The bytes of a file; none where there is no such path.
     */
    file(path: string): Uint8Array;
    /**
     * Makes all pages; empty, or why that fails, in Chinese and English.
     */
    finish(): string;
    /**
     * `base`: the address where it will be served, with a slash at its end, or empty; `inline`: each page as one file too.
     */
    constructor(base: string, inline: boolean);
    /**
     * The paths of all files, one a line.
     */
    paths(): string;
    /**
     * The pictures in pixels that the pages name, as JSON: `path`, `svg`, `width` and `height` in px, `ground`.
     */
    pictures(): string;
}

/** What an instance of the engine gives; `init` takes the compiled module. */
export interface Classes {
    Draft: typeof Draft;
    Engine: typeof Engine;
    SiteBuilder: typeof SiteBuilder;
    init(module: WebAssembly.Module): Promise<unknown>;
}
export default function instance(): Classes;
