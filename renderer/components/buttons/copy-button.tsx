import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { type ReactNode, useEffect, useState } from 'react';
import { Button, IconButton } from './button.tsx';
import { copyText } from './copy-text.ts';

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
