import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

const checkmarkMs = 1_500;

/** A button that copies a text without secrets, and confirms with a tick. */
export function CopyButton({ text, children }: { readonly text: string; readonly children: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), checkmarkMs);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button
      isDisabled={text === ''}
      icon={copied ? <Check /> : <Copy />}
      onPress={() => {
        copyText(text);
        setCopied(true);
      }}
    >
      {children}
    </Button>
  );
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
