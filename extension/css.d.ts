// Style sheets are bundled into scripts as text.
declare module "*.css" {
  const text: string;
  export default text;
}
