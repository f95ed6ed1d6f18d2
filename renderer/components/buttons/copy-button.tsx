import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { type ReactNode, useEffect, useState } from 'react';
import { Button, IconButton } from './button.tsx';

const checkmarkMs = 1_500;

/** A button that copies a text without secrets, and confirms with a tick. */
export function CopyButton({ text, children }: { readonly text: string; readonly children: string }) {
  const { icon, copy } = useCopy(text);
  return (
    <Button isDisabled={text === ''} icon={icon} onPress={copy}>
      {children}
    </Button>
  );
}

/** The same as an icon in a line of text. */
export function CopyIconButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { icon, copy } = useCopy(text);
  return (
    <IconButton small label={label} onPress={copy}>
      {icon}
    </IconButton>
  );
}

/** Copies a text and shows a tick for a moment. */
function useCopy(text: string): { readonly icon: ReactNode; readonly copy: () => void } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), checkmarkMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void => {
    copyText(text);
    setCopied(true);
  };
  return { icon: copied ? <Check /> : <Copy />, copy };
}

/** Copies a text without secrets; headers are copied by main only. */
function copyText(text: string): void {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  // The asynchronous clipboard API needs a permission that the window denies to every page.
  document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
}
