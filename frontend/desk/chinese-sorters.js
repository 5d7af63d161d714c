// The grid names its sort buttons in English and lets nobody say otherwise; people here hear Chinese.
customElements.whenDefined('vaadin-grid-sorter').then(() => {
  const sorter = customElements.get('vaadin-grid-sorter').prototype;
  const setAttribute = sorter.setAttribute;
  sorter.setAttribute = function (name, value) {
    const column = name === 'aria-label' && /^Sort by (.*)$/.exec(value);
    setAttribute.call(this, name, column ? `按${column[1]}排序` : value);
  };
});
