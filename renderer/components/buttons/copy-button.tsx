import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';

const tickMs = 1_500;

/** A button that copies a harmless text, and says so with a tick. */
export function CopyButton({ text, children }: { readonly text: string; readonly children: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), tickMs);
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
