// What a script asked for and the network did not bring is told where it is seen, with a link that asks for it
// again. Scripts say `unreached`, with the address that a browser may go to, if it may, and `renewed` when all is
// well again.

const notice = document.getElementById("unreached"); // unless a site leaves it out

document.addEventListener("unreached", ({ detail: address }) => {
  if (!notice) return address && location.assign(address);
  const again = notice.querySelector("a");
  again.hidden = !address;
  if (address) again.href = address;
  notice.hidden = false;
});

document.addEventListener("renewed", () => {
  if (notice) notice.hidden = true;
});
