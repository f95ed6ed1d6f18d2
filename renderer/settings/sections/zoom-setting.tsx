import { useEffect, useState } from 'react';
import { type Zoom, zoomSteps } from '../../../contract/settings.ts';
import { bridge } from '../../bridge.ts';
import { Select } from '../../components/forms/select.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { Setting, SettingLabel } from '../lines/setting.tsx';

/** The zoom of the window, which keys and the mouse wheel change too. */
export function ZoomSetting() {
  const t = useTranslate();
  const [zoom, setZoom] = useState<Zoom>(100);

  useEffect(() => {
    const ask = async () => {
      const found = await bridge.zoom({ percent: null });
      if (found.ok) setZoom(found.value);
    };
    void ask();
    // Another zoom is another size of the page.
    window.addEventListener('resize', ask);
    return () => window.removeEventListener('resize', ask);
  }, []);

  async function change(typed: string): Promise<void> {
    const percent = zoomSteps.find((one) => String(one) === typed);
    if (percent === undefined) return;
    const set = await bridge.zoom({ percent });
    if (set.ok) setZoom(set.value);
  }

  return (
    <Setting name="zoom">
      <Select
        inline
        label={<SettingLabel name="zoom" />}
        value={String(zoom)}
        options={zoomSteps.map((percent) => ({
          value: String(percent),
          label: t('settings:percent', { percent }),
        }))}
        onChange={(typed) => void change(typed)}
      />
    </Setting>
  );
}
