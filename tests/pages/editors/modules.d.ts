// Modules that bring no types: style sheets, and Quill 1.3.7, of which the pages use what Quill 2 has as well.

declare module "*.css";

declare module "quill1" {
  import Quill from "quill";

  export default Quill;
}
