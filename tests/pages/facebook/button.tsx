// Facebook's controls: a div with a role, deaf while disabled.

import type { ReactNode } from "react";

interface DivButtonProps {
  label: string;
  disabled?: boolean;
  onPress?: (event: Event) => void;
  primary?: boolean;
  children?: ReactNode;
}

export function DivButton({ label, disabled = false, onPress, primary = false, children }: DivButtonProps) {
  const press = (event: Event) => {
    if (!disabled) onPress?.(event);
  };
  return (
    <div
      role="button"
      tabIndex={0}
      aria-label={label}
      {...(disabled ? { "aria-disabled": true } : {})}
      className={primary ? "primary" : ""}
      onClick={(event) => press(event.nativeEvent)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        press(event.nativeEvent);
      }}
    >
      {children ?? <span>{label}</span>}
    </div>
  );
}
