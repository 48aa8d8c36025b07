// What a server imports in place of the calculator: there it is a tag with the page's own content in it.
export {};
