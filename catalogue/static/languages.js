// Another language of a page shows the part of it that its reader is at. A server is not told the part.

for (const kind of ["click", "auxclick"]) {
  document.addEventListener(kind, ({ target }) => {
    const link = target.closest("#languages a");
    if (link) link.hash = location.hash;
  });
}
