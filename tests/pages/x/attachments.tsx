// What X shows below a box before its post goes out: a poll, the post that is quoted, a picture with its description.

import { useEffect, useRef } from "react";
import { announce } from "../app/page";
import { TextBox } from "../editors/text-box";

/** The choices of a poll; the box above them asks the question. X allows 25 letters for each. */
export function Poll({ onChoice }: { onChoice(index: number, text: string): void }) {
  return (
    <div className="sheet">
      {[0, 1].map((index) => (
        <label key={index}>
          {`Choice ${index + 1}`}
          <TextBox as="input" name={`Choice${index + 1}`} maxLength={25} onText={(text) => onChoice(index, text)} />
        </label>
      ))}
    </div>
  );
}

/** The quoted post: no `article`, and no link while it is being quoted. */
export function QuotedPost() {
  return (
    <div className="sheet">
      <div data-testid="User-Name">Ann @ann</div>
      <div data-testid="tweetText">
        <span>You saw me last week, Dr Doe, and my knee is still twice its size.</span>
      </div>
    </div>
  );
}

interface PictureProps {
  description: string;
  onDescribed(description: string): void;
  onEdit(): void;
}

/** The picture goes by its description, or by a word for any picture. */
export function Picture({ description, onDescribed, onEdit }: PictureProps) {
  const preview = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    if (preview.current) return announce({ root: preview.current, text: () => description, set: onDescribed });
  }, [description, onDescribed]);
  return (
    <>
      <div role="group" aria-label={description || "Media"} className="sheet" ref={preview}>
        <img alt="" src={BLANK} width={120} height={60} />
        {description && <span>ALT</span>}
      </div>
      <button type="button" data-testid="altTextLabel" onClick={onEdit}>
        Add description
      </button>
    </>
  );
}

interface PictureEditorProps {
  description: string;
  onDone(description: string): void;
}

/** The dialog that takes the place of the post's while a picture is described. */
export function PictureEditor({ description, onDone }: PictureEditorProps) {
  let latest = description;
  return (
    <div role="dialog" aria-modal="true" aria-labelledby="modal-header" className="dialog">
      <h2 id="modal-header" className="row">
        Edit image
        <button type="button" data-testid="endEditingButton" className="primary" onClick={() => onDone(latest)}>
          Save
        </button>
      </h2>
      <img alt="" src={BLANK} width={240} height={120} />
      <TextBox
        as="textarea"
        name="altTextInput"
        data-testid="altTextInput"
        aria-label="Description"
        maxLength={1000}
        text={description}
        onText={(text) => {
          latest = text;
        }}
      />
    </div>
  );
}

const BLANK = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
